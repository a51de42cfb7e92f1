// SPDX-License-Identifier: MIT
// features/explain/neighbours/words.hpp: what the nearest training images say, and why there are
// none, in plain words.
#pragma once

#include <string>

#include "features/explain/neighbours/neighbours.hpp"

namespace atelier::app {

// "6 of 8 are labelled Pullover, 2 Coat"; empty while they are not known.
[[nodiscard]] std::string neighbour_headline(const State& state);

// What there is to say about them, or instead of them. Empty while they are not asked for.
[[nodiscard]] std::string neighbour_words(const State& state);

// "7°"
[[nodiscard]] std::string degrees_words(const core::Neighbour& neighbour);

}  // namespace atelier::app
