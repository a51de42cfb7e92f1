// SPDX-License-Identifier: MIT
#include "core/risk_coverage.hpp"

#include <algorithm>

namespace atelier::core {

std::vector<float> risk_coverage(std::vector<JudgedAnswer> answers, std::size_t steps) {
  if (answers.empty()) return {};
  std::stable_sort(
      answers.begin(), answers.end(),
      [](const JudgedAnswer& a, const JudgedAnswer& b) { return a.confidence > b.confidence; });
  std::vector<float> risks;
  std::size_t seen = 0;
  std::size_t wrong = 0;
  for (std::size_t step = 1; step <= steps; ++step) {
    const std::size_t wanted = (answers.size() * step + steps - 1) / steps;
    for (; seen < wanted; ++seen) {
      if (!answers[seen].right) ++wrong;
    }
    risks.push_back(static_cast<float>(wrong) / static_cast<float>(seen));
  }
  return risks;
}

}  // namespace atelier::core
