// SPDX-License-Identifier: MIT
#include "cli/nearest_word.hpp"

#include <algorithm>
#include <vector>

namespace atelier::cli {
namespace {

// A word of up to five letters may differ in one, a longer one in two, a long one in three.
std::size_t slips_forgiven(std::string_view word) {
  return std::min<std::size_t>(1 + word.size() / 6, 3);
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  // Rows of the usual table: before_last[j], last[j], next[j] are the distances of the first i - 1,
  // i and i + 1 letters of a from the first j of b.
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> next(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    next[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      next[j + 1] = std::min({last[j + 1] + 1, next[j] + 1, last[j] + (a[i] == b[j] ? 0U : 1U)});
      if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j]) {
        next[j + 1] = std::min(next[j + 1], before_last[j - 1] + 1);
      }
    }
    before_last.swap(last);
    last.swap(next);
  }
  return last[b.size()];
}

std::string_view nearest_word(std::string_view word, std::span<const std::string_view> candidates) {
  // Three letters, or a dash, a dash and a letter: less would begin almost anything.
  constexpr std::size_t kLeastBeginning = 3;
  if (word.size() >= kLeastBeginning) {
    for (const std::string_view candidate : candidates) {
      if (candidate.starts_with(word)) return candidate;
    }
  }
  std::string_view nearest;
  std::size_t least = slips_forgiven(word) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance >= least) continue;
    least = distance;
    nearest = candidate;
  }
  return nearest;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
  const std::string_view nearest = nearest_word(word, candidates);
  if (nearest.empty()) return ".";
  return "; did you mean '" + std::string(nearest) + "'?";
}

}  // namespace atelier::cli
