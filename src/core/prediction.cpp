// SPDX-License-Identifier: MIT
#include "core/prediction.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <string>

namespace atelier::core {
namespace {

// exp((logit - greatest logit) / temperature): at most 1, at least one of them is 1, so neither
// their sum nor its logarithm can overflow.
struct Exponentials {
  std::array<double, kClassCount> values{};
  double sum = 0.0;
  double greatest_logit = 0.0;
};

Exponentials exponentials(const ClassScores& logits, float temperature) {
  assert(temperature > 0.0F);
  Exponentials result;
  result.greatest_logit = double{*std::max_element(logits.begin(), logits.end())};
  for (std::size_t i = 0; i < logits.size(); ++i) {
    result.values[i] = std::exp((double{logits[i]} - result.greatest_logit) / double{temperature});
    result.sum += result.values[i];
  }
  return result;
}

Verdict verdict(const Prediction& prediction, float temperature,
                const VerdictThresholds& thresholds, bool blank) {
  if (blank) return Verdict::kBlank;
  if (energy(prediction.logits, temperature) > thresholds.unfamiliar_energy) {
    return Verdict::kUnfamiliar;
  }
  const auto order = ranking(prediction.probabilities);
  const float best = prediction.probabilities[static_cast<std::size_t>(order[0])];
  const float second = prediction.probabilities[static_cast<std::size_t>(order[1])];
  if (best < thresholds.unsure_probability || best - second < thresholds.unsure_margin) {
    return Verdict::kUnsure;
  }
  return Verdict::kAnswer;
}

}  // namespace

ClassScores softmax(const ClassScores& logits, float temperature) {
  const Exponentials e = exponentials(logits, temperature);
  ClassScores probabilities{};
  for (std::size_t i = 0; i < probabilities.size(); ++i) {
    probabilities[i] = static_cast<float>(e.values[i] / e.sum);
  }
  return probabilities;
}

float energy(const ClassScores& logits, float temperature) {
  const Exponentials e = exponentials(logits, temperature);
  return static_cast<float>(-(e.greatest_logit + double{temperature} * std::log(e.sum)));
}

std::array<int, kClassCount> ranking(const ClassScores& scores) {
  std::array<int, kClassCount> labels{};
  std::iota(labels.begin(), labels.end(), 0);
  std::stable_sort(labels.begin(), labels.end(), [&](int a, int b) {
    return scores[static_cast<std::size_t>(a)] > scores[static_cast<std::size_t>(b)];
  });
  return labels;
}

Result<Prediction> judge(std::span<const float> logits, float temperature,
                         const VerdictThresholds& thresholds, bool blank) {
  Prediction prediction;
  if (logits.size() != prediction.logits.size()) {
    return Error{ErrorCode::kEngineFailed, std::to_string(logits.size()) + " logits"};
  }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (!std::isfinite(logits[i])) {
      return Error{ErrorCode::kEngineFailed,
                   "logit " + std::to_string(i) + " is " + std::to_string(logits[i])};
    }
    prediction.logits[i] = logits[i];
  }
  prediction.probabilities = softmax(prediction.logits, temperature);
  // By logits: two of them that differ may round to the same probability.
  prediction.label = ranking(prediction.logits)[0];
  prediction.verdict = verdict(prediction, temperature, thresholds, blank);
  return prediction;
}

Prediction at_temperature(const Prediction& prediction, float shown, float temperature,
                          const VerdictThresholds& thresholds) {
  Prediction changed = prediction;
  changed.probabilities = softmax(changed.logits, shown);
  const bool blank = prediction.verdict == Verdict::kBlank;
  changed.verdict = verdict(changed, temperature, thresholds, blank);
  return changed;
}

}  // namespace atelier::core
