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

TEST_CASE("the second best guess counts for the best two", "[core][metrics]") {
  Metrics metrics;
  std::array<float, kClassCount> probabilities{};
  probabilities[3] = 0.5F;
  probabilities[5] = 0.3F;
  probabilities[8] = 0.2F;
  metrics.add(3, probabilities);
  metrics.add(5, probabilities);
  metrics.add(8, probabilities);
  metrics.add(0, probabilities);
  CHECK(metrics.accuracy() == 0.25);
  CHECK(metrics.top2_accuracy() == 0.5);
}

TEST_CASE("a class has recall, precision and F1, and what it is most taken for",
          "[core][metrics]") {
  Metrics metrics;
  const auto add = [&](std::uint8_t label, std::size_t answer, int times) {
    std::array<float, kClassCount> probabilities{};
    probabilities[answer] = 1;
    for (int k = 0; k < times; ++k) metrics.add(label, probabilities);
  };
  // Of 10 shirts 6 are named, 3 are taken for coats and 1 for a bag; 2 coats are taken for shirts.
  add(6, 6, 6);
  add(6, 4, 3);
  add(6, 8, 1);
  add(4, 4, 8);
  add(4, 6, 2);
  const Metrics::ClassScore shirt = metrics.class_score(6);
  CHECK(shirt.support == 10);
  CHECK(shirt.recall == Catch::Approx(0.6));
  CHECK(shirt.precision == Catch::Approx(0.75));
  CHECK(shirt.f1 == Catch::Approx(2 * 0.6 * 0.75 / (0.6 + 0.75)));
  CHECK(shirt.taken_for == 4);
  CHECK(shirt.taken_count == 3);
  const Metrics::ClassScore bag = metrics.class_score(8);
  CHECK(bag.support == 0);
  CHECK(bag.recall == 0);
  CHECK(bag.precision == 0);
  CHECK(bag.f1 == 0);
  CHECK(!bag.taken_for);
  CHECK(metrics.macro_f1() == Catch::Approx((shirt.f1 + metrics.class_score(4).f1) / 10));
}

TEST_CASE("the interval of a share is Wilson's, and stays between nothing and everything",
          "[core][metrics]") {
  // From R: prop.test(x, n, correct = FALSE)$conf.int
  const auto check = [](std::size_t right, std::size_t count, double low, double high) {
    const atelier::core::Interval interval = atelier::core::wilson_interval(right, count);
    CHECK(interval.low == Catch::Approx(low).margin(1e-4));
    CHECK(interval.high == Catch::Approx(high).margin(1e-4));
  };
  check(8, 10, 0.4902, 0.9433);
  check(0, 10, 0.0, 0.2775);
  check(10, 10, 0.7225, 1.0);
  check(0, 0, 0.0, 1.0);
}
