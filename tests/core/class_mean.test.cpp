// SPDX-License-Identifier: MIT
// Why: a pullover to trace that has a coat mixed in teaches the wrong thing.
#include "core/class_mean.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/core/naive.hpp"

using namespace atelier::core;

TEST_CASE("the mean of a class is that of its own images alone", "[core][class_mean]") {
  naive::Random random(95);
  std::vector<std::uint8_t> pixels;
  std::vector<std::uint8_t> labels;
  constexpr std::size_t kCount = 60;
  for (std::size_t i = 0; i < kCount; ++i) {
    labels.push_back(static_cast<std::uint8_t>(random.below(9)));  // none of the last class
    for (std::size_t k = 0; k < kSamplePixels; ++k) pixels.push_back(random.gray());
  }
  labels.resize(kCount - 5);  // as when the last labels have not arrived
  const DatasetView set(pixels, labels);
  for (std::uint8_t label = 0; label < 9; ++label) {
    const auto mean = class_mean(set, label);
    REQUIRE(mean);
    for (std::size_t k = 0; k < kSamplePixels; ++k) {
      double sum = 0;
      double count = 0;
      for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i] != label) continue;
        sum += pixels[i * kSamplePixels + k];
        ++count;
      }
      REQUIRE(mean->pixels[k] == static_cast<int>(std::floor(sum / count + 0.5)));
    }
  }
  CHECK_FALSE(class_mean(set, 9));
  CHECK_FALSE(class_mean({}, 0));
}

TEST_CASE(
    "what is traced is darker than all cloths but the darkest, can be seen, and has a line where "
    "the mean is half",
    "[core][class_mean]") {
  // A round garment that fades out.
  GrayImage mean = blank_image(kSampleSide, kSampleSide);
  for (int y = 0; y < kSampleSide; ++y) {
    for (int x = 0; x < kSampleSide; ++x) {
      const double distance = std::hypot(x - 13.5, y - 13.5);
      mean.at(x, y) = static_cast<std::uint8_t>(std::clamp(200 - 20 * (distance - 3), 0.0, 200.0));
    }
  }
  constexpr int kSide = 560;
  const GrayImage traced = tracing(mean, kSide);
  // 3 : 1 against black, by the formula of WCAG, and no brighter than cloth in the middle.
  const int line = *std::max_element(traced.pixels.begin(), traced.pixels.end());
  const double luminance = std::pow((line / 255.0 + 0.055) / 1.055, 2.4);
  CHECK((luminance + 0.05) / 0.05 >= 3.3);
  CHECK(line < 125);
  CHECK(traced.at(0, 0) == 0);
  // Half of 200 is 8 pixels from the middle: 160 on the canvas.
  int brightest_x = 0;
  for (int x = kSide / 2; x < kSide; ++x) {
    if (traced.at(x, kSide / 2) > traced.at(brightest_x, kSide / 2)) brightest_x = x;
  }
  CHECK(std::abs(brightest_x - (kSide / 2 + 160)) <= 8);
  CHECK(traced.at(kSide / 2, kSide / 2) < 30);
}

TEST_CASE("a mean without anything on it gives nothing to trace", "[core][class_mean]") {
  const GrayImage traced = tracing(blank_image(kSampleSide, kSampleSide), 100);
  CHECK(count_ink(traced, 0) == 0);
  const GrayImage plain = tracing(blank_image(kSampleSide, kSampleSide, 200), 100);
  CHECK(*std::max_element(plain.pixels.begin(), plain.pixels.end()) < 125);
}
