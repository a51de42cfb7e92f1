// SPDX-License-Identifier: MIT
// core/metrics.hpp: how well answers fit labels, gathered image by image.
//
//   Metrics metrics;
//   metrics.add(label, probabilities);
//   metrics.accuracy();
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/class_names.hpp"

namespace atelier::core {

class Metrics {
 public:
  // `probabilities` of the ten classes, 0..1 with a sum of 1; label 0..9. The answer is the first
  // of the most probable classes.
  void add(std::uint8_t label, std::span<const float, kClassCount> probabilities);

  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::size_t correct() const;
  // Shares and means of nothing are 0.
  [[nodiscard]] double accuracy() const;
  // Mean of -ln(probability of the label), in nats; a probability counts as 1e-12 at least.
  [[nodiscard]] double log_loss() const;
  // Expected calibration error: |accuracy - mean confidence| in 15 equal bins of the confidence,
  // weighted by their counts (Guo et al., arXiv 1706.04599). Bins are closed above.
  [[nodiscard]] double calibration_error() const;
  // [label][answer].
  using Confusion = std::array<std::array<std::size_t, kClassCount>, kClassCount>;
  [[nodiscard]] const Confusion& confusion() const { return confusion_; }

 private:
  static constexpr std::size_t kBins = 15;
  struct Bin {
    std::size_t count = 0;
    std::size_t correct = 0;
    double confidence = 0;  // sum
  };

  std::size_t count_ = 0;
  double loss_ = 0;  // sum
  Confusion confusion_{};
  std::array<Bin, kBins> bins_{};
};

}  // namespace atelier::core
