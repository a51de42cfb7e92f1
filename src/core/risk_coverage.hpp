// SPDX-License-Identifier: MIT
// core/risk_coverage.hpp: how wrong a model is when it may decline to answer (El-Yaniv and Wiener,
// JMLR 11, 2010): the error rate among its most confident answers, the fewer of them the better.
#pragma once

#include <cstddef>
#include <vector>

namespace atelier::core {

struct JudgedAnswer {
  float confidence = 0;  // 0..1
  bool right = false;
};

// Element k is the share of wrong answers, 0..1, among the most confident (k + 1) / steps of all,
// rounded up to whole answers; equal confidences stay in the order given. Empty for no answers.
[[nodiscard]] std::vector<float> risk_coverage(std::vector<JudgedAnswer> answers,
                                               std::size_t steps);

}  // namespace atelier::core
