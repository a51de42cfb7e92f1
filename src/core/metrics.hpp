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
#include <optional>
#include <span>

#include "core/class_names.hpp"

namespace atelier::core {

// -ln(probability), in nats, of the probability that was given to what is true; it counts as 1e-12
// at least.
[[nodiscard]] double log_loss(float probability);

class Metrics {
 public:
  // `probabilities` of the ten classes, 0..1 with a sum of 1; label 0..9. The answer is the first
  // of the most probable classes.
  void add(std::uint8_t label, std::span<const float, kClassCount> probabilities);

  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::size_t correct() const;
  // Shares and means of nothing are 0.
  [[nodiscard]] double accuracy() const;
  // Share of images whose label is among the two most probable classes.
  [[nodiscard]] double top2_accuracy() const;
  // Mean of the images' log losses.
  [[nodiscard]] double log_loss() const;
  // Expected calibration error: |accuracy - mean confidence| in the bins, weighted by their counts
  // (Guo et al., arXiv 1706.04599).
  [[nodiscard]] double calibration_error() const;
  // Of the images whose confidence lies in bin k of 15 equal ones, ((k / 15), (k + 1) / 15].
  static constexpr std::size_t kBins = 15;
  struct Bin {
    std::size_t count = 0;
    std::size_t correct = 0;
    double confidence = 0;  // sum
  };
  [[nodiscard]] const std::array<Bin, kBins>& bins() const { return bins_; }
  // Of one class, each 0..1 and 0 where there is nothing to take a share of.
  struct ClassScore {
    std::size_t support = 0;  // images with this label
    double recall = 0;        // of them, how many are answered so
    double precision = 0;     // of the images answered so, how many have this label
    double f1 = 0;            // harmonic mean of the two
    // What this class is most often taken for, and how often; nothing where it never is.
    std::optional<std::uint8_t> taken_for;
    std::size_t taken_count = 0;
  };
  [[nodiscard]] ClassScore class_score(std::uint8_t label) const;
  // Mean of the classes' F1.
  [[nodiscard]] double macro_f1() const;

  // [label][answer].
  using Confusion = std::array<std::array<std::size_t, kClassCount>, kClassCount>;
  [[nodiscard]] const Confusion& confusion() const { return confusion_; }

 private:
  std::size_t count_ = 0;
  std::size_t in_top2_ = 0;
  double loss_ = 0;  // sum
  Confusion confusion_{};
  std::array<Bin, kBins> bins_{};
};

// The 95 % interval of a share of `right` in `count`, after Wilson (1927): where the true share may
// lie, were these images drawn by chance. [0, 1] for no image.
struct Interval {
  double low = 0;
  double high = 1;
};
[[nodiscard]] Interval wilson_interval(std::size_t right, std::size_t count);

}  // namespace atelier::core
