// SPDX-License-Identifier: MIT
// app/token.hpp: names one request, and what came of it. Never reused, never 0.
#pragma once

#include <cstdint>

namespace atelier::app {

using Token = std::uint32_t;

}  // namespace atelier::app
