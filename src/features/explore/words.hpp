// SPDX-License-Identifier: MIT
// features/explore/words.hpp: what Explore shows, in plain words.
#pragma once

#include <string>

#include "app/state.hpp"

namespace atelier::app {

// "1,000 of 10,000 images".
[[nodiscard]] std::string explore_count_words(const State& state);

// Whose images they are, and whose mistakes are marked.
[[nodiscard]] std::string explore_origin_words(const State& state);

}  // namespace atelier::app
