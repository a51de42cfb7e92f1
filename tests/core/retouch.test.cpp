// SPDX-License-Identifier: MIT
// Why: what is done to all of a drawing at once must not do more than it says.
#include "core/retouch.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "tests/core/naive.hpp"

using atelier::core::blank_image;
using atelier::core::GrayImage;
using atelier::core::inverted;
using atelier::core::softened;

TEST_CASE("softening is a Gaussian over both directions at once", "[core][retouch]") {
  naive::Random random(90);
  // So wide that the Gaussian of a hundredth of it is more than one pixel.
  constexpr int kSide = 200;
  constexpr double kSigma = kSide / 100.0;
  const GrayImage image = naive::noise(random, kSide, kSide);
  const GrayImage soft = softened(image);
  double greatest = 0;
  for (const auto& [x, y] : {std::pair{0, 0}, {3, 77}, {100, 100}, {199, 60}, {120, 196}}) {
    double sum = 0;
    double weights = 0;
    for (int v = -12; v <= 12; ++v) {
      for (int u = -12; u <= 12; ++u) {
        const double weight = std::exp(-(u * u + v * v) / (2 * kSigma * kSigma));
        weights += weight;
        if (image.contains(x + u, y + v)) sum += weight * image.at(x + u, y + v);
      }
    }
    greatest = std::max(greatest, std::abs(soft.at(x, y) - sum / weights));
  }
  CHECK(greatest < 1.5);
}

TEST_CASE("softening leaves plain areas and the amount of ink", "[core][retouch]") {
  constexpr int kSide = 300;
  GrayImage image = blank_image(kSide, kSide);
  double ink = 0;
  for (int y = 100; y < 200; ++y) {
    for (int x = 80; x < 220; ++x) ink += image.at(x, y) = 195;
  }
  const GrayImage soft = softened(image);
  CHECK(soft.at(150, 150) == 195);
  CHECK(soft.at(20, 20) == 0);
  double ink_after = 0;
  for (const std::uint8_t pixel : soft.pixels) ink_after += pixel;
  CHECK(ink_after == Catch::Approx(ink).epsilon(0.002));
}

TEST_CASE("inverting twice changes nothing", "[core][retouch]") {
  naive::Random random(91);
  const GrayImage image = naive::noise(random, 20, 30);
  const GrayImage negative = inverted(image);
  for (std::size_t i = 0; i < image.pixels.size(); ++i) {
    REQUIRE(image.pixels[i] + negative.pixels[i] == 255);
  }
  CHECK(inverted(negative) == image);
}
