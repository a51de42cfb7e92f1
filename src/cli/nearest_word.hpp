// SPDX-License-Identifier: MIT
// cli/nearest_word.hpp: what somebody may have meant who mistyped a word.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace atelier::cli {

// How many letters have to be added, left out, replaced or swapped with their neighbour to make one
// word of the other, no place touched twice.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

// The candidate that `word` begins, or else the one that fewest slips lead to; empty if none is
// near. Of equals the first.
[[nodiscard]] std::string_view nearest_word(std::string_view word,
                                            std::span<const std::string_view> candidates);

// "; did you mean 'export'?", or "." if nothing is near: the end of a sentence.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       std::span<const std::string_view> candidates);

}  // namespace atelier::cli
