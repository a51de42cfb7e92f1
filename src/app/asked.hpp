// SPDX-License-Identifier: MIT
// app/asked.hpp: a question to an engine that is not answered yet.
#pragma once

#include "app/token.hpp"

namespace atelier::app {

template <typename Question>
struct Asked {
  Token token{};  // that the answer will have
  Question question;
};

}  // namespace atelier::app
