// SPDX-License-Identifier: MIT
#include "core/metrics.hpp"

#include <catch_amalgamated.hpp>

#include <array>
#include <cmath>

using atelier::core::kClassCount;
using atelier::core::Metrics;

namespace {

// All but `confidence` in `answer`, the rest in equal parts.
std::array<float, kClassCount> sure(std::size_t answer, float confidence) {
  std::array<float, kClassCount> probabilities{};
  probabilities.fill((1 - confidence) / 9);
  probabilities[answer] = confidence;
  return probabilities;
}

}  // namespace

TEST_CASE("measures of nothing are zero", "[core][metrics]") {
  const Metrics metrics;
  CHECK(metrics.count() == 0);
  CHECK(metrics.accuracy() == 0);
  CHECK(metrics.log_loss() == 0);
  CHECK(metrics.calibration_error() == 0);
}

TEST_CASE("answers are counted by label and answer", "[core][metrics]") {
  Metrics metrics;
  metrics.add(3, sure(3, 0.9F));
  metrics.add(3, sure(7, 0.5F));
  metrics.add(9, sure(9, 0.7F));
  CHECK(metrics.count() == 3);
  CHECK(metrics.correct() == 2);
  CHECK(metrics.accuracy() == Catch::Approx(2.0 / 3));
  CHECK(metrics.confusion()[3][7] == 1);
  CHECK(metrics.confusion()[9][9] == 1);
}

TEST_CASE("the log loss is the mean of -ln of the label's probability", "[core][metrics]") {
  Metrics metrics;
  metrics.add(0, sure(0, 0.8F));
  metrics.add(1, sure(0, 0.1F));
  CHECK(metrics.log_loss() == Catch::Approx(-(std::log(0.8) + std::log(0.1)) / 2).epsilon(1e-6));
  metrics.add(2, sure(0, 1));
  CHECK(std::isfinite(metrics.log_loss()));
}

TEST_CASE("the calibration error weighs each bin's gap by its images", "[core][metrics]") {
  Metrics metrics;
  // In the bin up to 14/15: 0.9 said, one of two right. In that up to 8/15: 0.5 said, right.
  metrics.add(4, sure(4, 0.9F));
  metrics.add(4, sure(5, 0.9F));
  metrics.add(6, sure(6, 0.5F));
  CHECK(metrics.calibration_error() ==
        Catch::Approx((2 * std::abs(0.5 - 0.9) + std::abs(1 - 0.5)) / 3).epsilon(1e-6));
  // On either side of 12/15, where a bin ends.
  Metrics edge;
  edge.add(0, sure(0, 0.79F));
  edge.add(0, sure(1, 0.82F));
  CHECK(edge.calibration_error() == Catch::Approx((0.21 + 0.82) / 2).epsilon(1e-5));
}
