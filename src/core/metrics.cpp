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

void Metrics::add(std::uint8_t label, std::span<const float, kClassCount> probabilities) {
  assert(label < kClassCount);
  const auto best = std::max_element(probabilities.begin(), probabilities.end());
  const auto answer = static_cast<std::size_t>(best - probabilities.begin());
  const auto confidence = static_cast<double>(*best);
  ++count_;
  ++confusion_[label][answer];
  loss_ -= std::log(std::max(static_cast<double>(probabilities[label]), 1e-12));
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

double Metrics::log_loss() const { return share(loss_, count_); }

double Metrics::calibration_error() const {
  double sum = 0;
  for (const Bin& bin : bins_) {
    sum += std::abs(static_cast<double>(bin.correct) - bin.confidence);
  }
  return share(sum, count_);
}

}  // namespace atelier::core
