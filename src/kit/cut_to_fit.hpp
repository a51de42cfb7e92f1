// SPDX-License-Identifier: MIT
// kit/cut_to_fit.hpp: text that is too long for its place.
#pragma once

#include <string>
#include <string_view>

namespace atelier::ui {

// As much of the beginning of `text` (UTF-8) as `fits` with an ellipsis behind it, cut between two
// characters. `fits` is asked of each attempt.
template <typename Fits>
std::string cut_to_fit(std::string_view text, const Fits& fits) {
  const auto begins_character = [&](std::size_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
  };
  for (std::size_t end = text.size(); end-- > 0;) {
    if (!begins_character(end)) continue;
    std::string attempt = std::string(text.substr(0, end)) + "...";
    if (fits(attempt)) return attempt;
  }
  return "...";
}

}  // namespace atelier::ui
