// SPDX-License-Identifier: MIT
#include "core/metrics.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace atelier::core {
namespace {

double share(double part, std::size_t whole) {
  return whole == 0 ? 0 : part / static_cast<double>(whole);
}

}  // namespace

double log_loss(float probability) { return -std::log(std::max(double{probability}, 1e-12)); }

void Metrics::add(std::uint8_t label, std::span<const float, kClassCount> probabilities) {
  assert(label < kClassCount);
  const auto best = std::max_element(probabilities.begin(), probabilities.end());
  const auto answer = static_cast<std::size_t>(best - probabilities.begin());
  const auto confidence = static_cast<double>(*best);
  ++count_;
  ++confusion_[label][answer];
  const auto better = std::count_if(probabilities.begin(), probabilities.end(),
                                    [&](float each) { return each > probabilities[label]; });
  if (better < 2) ++in_top2_;
  loss_ += core::log_loss(probabilities[label]);
  const double place = std::ceil(confidence * static_cast<double>(kBins)) - 1;
  Bin& bin =
      bins_[static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(kBins - 1)))];
  ++bin.count;
  if (answer == label) ++bin.correct;
  bin.confidence += confidence;
}

std::size_t Metrics::correct() const {
  std::size_t sum = 0;
  for (std::size_t label = 0; label < kClassCount; ++label) sum += confusion_[label][label];
  return sum;
}

double Metrics::accuracy() const { return share(static_cast<double>(correct()), count_); }

double Metrics::top2_accuracy() const { return share(static_cast<double>(in_top2_), count_); }

Metrics::ClassScore Metrics::class_score(std::uint8_t label) const {
  assert(label < kClassCount);
  ClassScore score;
  std::size_t answered = 0;
  for (std::size_t k = 0; k < kClassCount; ++k) {
    score.support += confusion_[label][k];
    answered += confusion_[k][label];
    if (k == label || confusion_[label][k] <= score.taken_count) continue;
    score.taken_for = static_cast<std::uint8_t>(k);
    score.taken_count = confusion_[label][k];
  }
  const auto right = static_cast<double>(confusion_[label][label]);
  score.recall = share(right, score.support);
  score.precision = share(right, answered);
  score.f1 = share(2 * right, score.support + answered);
  return score;
}

double Metrics::macro_f1() const {
  double sum = 0;
  for (std::uint8_t label = 0; label < kClassCount; ++label) sum += class_score(label).f1;
  return sum / static_cast<double>(kClassCount);
}

double Metrics::log_loss() const { return share(loss_, count_); }

double Metrics::calibration_error() const {
  double sum = 0;
  for (const Bin& bin : bins_) {
    sum += std::abs(static_cast<double>(bin.correct) - bin.confidence);
  }
  return share(sum, count_);
}

Interval wilson_interval(std::size_t right, std::size_t count) {
  if (count == 0) return {};
  constexpr double kZ = 1.959963984540054;  // 97.5 % of the normal distribution lie below
  const auto n = static_cast<double>(count);
  const double p = static_cast<double>(right) / n;
  const double middle = p + kZ * kZ / (2 * n);
  const double reach = kZ * std::sqrt(p * (1 - p) / n + kZ * kZ / (4 * n * n));
  const double scale = 1 + kZ * kZ / n;
  return {std::max((middle - reach) / scale, 0.0), std::min((middle + reach) / scale, 1.0)};
}

}  // namespace atelier::core
