// SPDX-License-Identifier: MIT
// core/mcnemar.hpp: are two models, asked about the same images, of different quality, or is it
// chance which of them is ahead?
#pragma once

#include <cstddef>

namespace atelier::core {

struct McNemar {
  double p_value = 1;  // of a difference this large or larger between models of one quality
  bool exact = true;
};

// McNemar's test (Psychometrika 12, 1947) on the images that exactly one model answers right. Below
// 25 of them exact, by the binomial distribution; else by chi-square with Edwards' continuity
// correction (Psychometrika 13, 1948).
[[nodiscard]] McNemar mcnemar(std::size_t only_first, std::size_t only_second);

}  // namespace atelier::core
