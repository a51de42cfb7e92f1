// SPDX-License-Identifier: MIT
// Why: what a network bears is measured on these pictures: each must be distorted as far as it says
// and no further, and not at all where nothing was asked for.
#include "core/distortion.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "core/gaussian_blur.hpp"
#include "tests/core/naive.hpp"

using namespace atelier::core;

namespace {

constexpr int kSide = 28;

// The gray at any place as the mean of the four pixels around it, black outside.
double gray_at(const GrayImage& image, double x, double y) {
  double sum = 0;
  for (int v = 0; v < image.height; ++v) {
    for (int u = 0; u < image.width; ++u) {
      const double near_x = 1 - std::abs(u + 0.5 - x);
      const double near_y = 1 - std::abs(v + 0.5 - y);
      if (near_x > 0 && near_y > 0) sum += near_x * near_y * image.at(u, v);
    }
  }
  return sum;
}

// Where each pixel's centre came from, backwards: shifted back, turned back, scaled back. Right for
// scales of 1 and more, where no pixel is the mean of several.
std::vector<double> moved(const GrayImage& image, const Distortion& distortion) {
  const double angle = -double(distortion.turn) * std::acos(-1.0) / 180;
  std::vector<double> result;
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const double right = x + 0.5 - double(distortion.shift_x) - kSide / 2.0;
      const double down = y + 0.5 - double(distortion.shift_y) - kSide / 2.0;
      const double u = std::cos(angle) * right - std::sin(angle) * down;
      const double v = std::sin(angle) * right + std::cos(angle) * down;
      const double scale = double(distortion.scale);
      result.push_back(gray_at(image, u / scale + kSide / 2.0, v / scale + kSide / 2.0));
    }
  }
  return result;
}

double greatest_difference(const GrayImage& image, const std::vector<double>& expected) {
  REQUIRE(image.pixels.size() == expected.size());
  double greatest = 0;
  for (std::size_t k = 0; k < expected.size(); ++k) {
    greatest = std::max(greatest, std::abs(image.pixels[k] - expected[k]));
  }
  return greatest;
}

GrayImage noisy_picture(std::uint32_t seed) {
  naive::Random random(seed);
  return naive::noise(random, kSide, kSide);
}

}  // namespace

TEST_CASE("where nothing is asked for, no pixel changes", "[core][distortion]") {
  const GrayImage image = noisy_picture(1);
  CHECK(distorted(image, {}) == image);
  CHECK(distorted(image, {.seed = 77}) == image);
  CHECK(distorted(image, {.turn = 360}) == image);
}

TEST_CASE("shifting, turning and enlarging take each pixel from where it was",
          "[core][distortion]") {
  const Distortion distortion =
      GENERATE(Distortion{.shift_x = 2.5F, .shift_y = -1.25F}, Distortion{.turn = 30},
               Distortion{.turn = -135}, Distortion{.scale = 1.4F},
               Distortion{.shift_x = -3, .shift_y = 4.5F, .turn = 72, .scale = 1.2F});
  const GrayImage image = noisy_picture(2);
  CHECK(greatest_difference(distorted(image, distortion), moved(image, distortion)) < 0.6);
}

TEST_CASE("a shift by whole pixels is exact, and what leaves the picture is gone",
          "[core][distortion]") {
  const GrayImage image = noisy_picture(3);
  const GrayImage shifted = distorted(image, {.shift_x = 3, .shift_y = -2});
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const int expected = image.contains(x - 3, y + 2) ? image.at(x - 3, y + 2) : 0;
      REQUIRE(shifted.at(x, y) == expected);
    }
  }
}

TEST_CASE("half as large, a picture has a quarter of its ink", "[core][distortion]") {
  const GrayImage image = noisy_picture(4);
  const GrayImage small = distorted(image, {.scale = 0.5F});
  const auto ink = [](const GrayImage& of) {
    double sum = 0;
    for (const std::uint8_t pixel : of.pixels) sum += pixel;
    return sum;
  };
  CHECK(ink(small) == Catch::Approx(ink(image) / 4).epsilon(0.01));
  CHECK(ink_bounds(small, 0).width <= 16);
}

TEST_CASE("the blur is a Gaussian over both directions at once", "[core][distortion]") {
  const float deviation = GENERATE(0.6F, 1.0F, 2.5F);
  const GrayImage image = noisy_picture(5);
  const auto reach = static_cast<int>(std::ceil(3 * deviation));
  std::vector<double> expected;
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      double sum = 0;
      double weights = 0;
      for (int v = -reach; v <= reach; ++v) {
        for (int u = -reach; u <= reach; ++u) {
          const double weight = std::exp(-(u * u + v * v) / (2 * std::pow(double(deviation), 2)));
          weights += weight;
          if (image.contains(x + u, y + v)) sum += weight * image.at(x + u, y + v);
        }
      }
      expected.push_back(sum / weights);
    }
  }
  CHECK(greatest_difference(distorted(image, {.blur = deviation}), expected) < 1.2);
  CHECK(distorted(image, {.blur = deviation}) == blurred(image, deviation));
}

TEST_CASE("contrast scales the distance from the mean gray", "[core][distortion]") {
  const float contrast = GENERATE(0.0F, 0.5F, 1.5F);
  const GrayImage image = noisy_picture(6);
  double mean = 0;
  for (const std::uint8_t pixel : image.pixels) mean += pixel / double(kSide * kSide);
  std::vector<double> expected;
  for (const std::uint8_t pixel : image.pixels) {
    expected.push_back(std::clamp(mean + (pixel - mean) * double(contrast), 0.0, 255.0));
  }
  CHECK(greatest_difference(distorted(image, {.contrast = contrast}), expected) <= 0.51);
}

TEST_CASE("noise is as strong as it says, the same each time, and another by another seed",
          "[core][distortion]") {
  const GrayImage gray = blank_image(kSide, kSide, 128);
  const GrayImage noisy = distorted(gray, {.noise = 20});
  double sum = 0;
  double squares = 0;
  for (const std::uint8_t pixel : noisy.pixels) {
    sum += pixel - 128.0;
    squares += (pixel - 128.0) * (pixel - 128.0);
  }
  const double count = kSide * kSide;
  CHECK(std::abs(sum / count) < 3 * 20 / std::sqrt(count));
  CHECK(std::sqrt(squares / count) == Catch::Approx(20).epsilon(0.1));
  CHECK(distorted(gray, {.noise = 20}) == noisy);
  CHECK(!(distorted(gray, {.noise = 20, .seed = 2}) == noisy));
  // Half of it is the same noise, half as strong.
  const GrayImage half = distorted(gray, {.noise = 10});
  for (std::size_t k = 0; k < half.pixels.size(); ++k) {
    REQUIRE(std::abs(2 * (half.pixels[k] - 128) - (noisy.pixels[k] - 128)) <= 2);
  }
}

TEST_CASE("grays stay grays, however strong a distortion is", "[core][distortion]") {
  const GrayImage image = noisy_picture(8);
  const GrayImage wild = distorted(image, {.contrast = 2, .noise = 128});
  CHECK(*std::max_element(wild.pixels.begin(), wild.pixels.end()) == 255);
  CHECK(*std::min_element(wild.pixels.begin(), wild.pixels.end()) == 0);
}
