// SPDX-License-Identifier: MIT
#include "core/mcnemar.hpp"

#include <algorithm>
#include <cmath>

namespace atelier::core {
namespace {

constexpr std::size_t kExactBelow = 25;

// Twice the chance of at most `few` heads in `count` throws of a fair coin.
double two_sided_binomial(std::size_t few, std::size_t count) {
  double ways = 1;  // count over k
  double sum = 0;
  for (std::size_t k = 0; k <= few; ++k) {
    sum += ways;
    ways *= static_cast<double>(count - k) / static_cast<double>(k + 1);
  }
  return std::min(2 * std::ldexp(sum, -static_cast<int>(count)), 1.0);
}

}  // namespace

McNemar mcnemar(std::size_t only_first, std::size_t only_second) {
  const std::size_t count = only_first + only_second;
  const std::size_t few = std::min(only_first, only_second);
  if (count < kExactBelow) return {two_sided_binomial(few, count), true};
  const double lead = std::max(static_cast<double>(count - 2 * few) - 1, 0.0);
  // Chi-square of one degree of freedom is the square of a normal variable.
  return {std::erfc(lead / std::sqrt(2 * static_cast<double>(count))), false};
}

}  // namespace atelier::core
