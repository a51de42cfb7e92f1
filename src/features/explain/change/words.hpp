// SPDX-License-Identifier: MIT
// features/explain/change/words.hpp: how little would change the network's mind, and why it is not
// known, in plain words.
#pragma once

#include <string>

#include "features/explain/change/change.hpp"

namespace atelier::app {

// "1 gray level", "3 gray levels".
[[nodiscard]] std::string gray_levels(int strength);

// What was found, or why it is not known; empty while it is closed.
[[nodiscard]] std::string change_headline(const State& state);
// The same, and that all strengths were tried.
[[nodiscard]] std::string change_words(const State& state);

}  // namespace atelier::app
