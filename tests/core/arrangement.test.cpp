// SPDX-License-Identifier: MIT
// Why: a garment that is moved must stay the garment that it was.
#include "core/arrangement.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "tests/core/naive.hpp"

using atelier::core::arranged;
using atelier::core::Arrangement;
using atelier::core::blank_image;
using atelier::core::crop;
using atelier::core::GrayImage;
using atelier::core::is_valid;
using atelier::core::resize_area;

namespace {

constexpr double kPi = 3.14159265358979;

// Something smooth, and black at the border: a few round hills.
GrayImage hills(naive::Random& random, int side) {
  GrayImage image = blank_image(side, side);
  for (int k = 0; k < 5; ++k) {
    const double cx = side * double(random.between(0.3F, 0.7F));
    const double cy = side * double(random.between(0.3F, 0.7F));
    for (int y = 0; y < side; ++y) {
      for (int x = 0; x < side; ++x) {
        const double square = (x - cx) * (x - cx) + (y - cy) * (y - cy);
        const double gray = 50 * std::exp(-square / (0.006 * side * side));
        image.at(x, y) = static_cast<std::uint8_t>(std::min(255.0, image.at(x, y) + gray));
      }
    }
  }
  return image;
}

// Where a pixel's centre came from, by undoing move, turn and scale one after the other.
double naive_gray(const GrayImage& image, double x, double y, double cx, double cy, double scale,
                  double angle, double move_x, double move_y) {
  const double side = image.width;
  const double u = (x - side * (cx + move_x)) / scale;
  const double v = (y - side * (cy + move_y)) / scale;
  const double from_x = std::cos(-angle) * u - std::sin(-angle) * v + side * cx - 0.5;
  const double from_y = std::sin(-angle) * u + std::cos(-angle) * v + side * cy - 0.5;
  double sum = 0;
  for (int q = 0; q < image.height; ++q) {
    for (int p = 0; p < image.width; ++p) {
      const double near_x = std::max(0.0, 1 - std::abs(p - from_x));
      const double near_y = std::max(0.0, 1 - std::abs(q - from_y));
      sum += near_x * near_y * image.at(p, q);
    }
  }
  return sum;
}

}  // namespace

TEST_CASE("each pixel comes from where undoing the arrangement leads", "[core][arrangement]") {
  naive::Random random(80);
  constexpr int kSide = 40;
  for (int round = 0; round < 8; ++round) {
    const GrayImage image = hills(random, kSide);
    const float cx = random.between(0.3F, 0.7F);
    const float cy = random.between(0.3F, 0.7F);
    const float scale = random.between(1.0F, 2.0F);
    const float angle = random.between(-3.0F, 3.0F);
    const float move_x = random.between(-0.2F, 0.2F);
    const float move_y = random.between(-0.2F, 0.2F);
    const GrayImage result =
        arranged(image, Arrangement::about(cx, cy, scale, angle, move_x, move_y));
    double greatest = 0;
    for (int y = 0; y < kSide; ++y) {
      for (int x = 0; x < kSide; ++x) {
        const double expected =
            naive_gray(image, x + 0.5, y + 0.5, double(cx), double(cy), double(scale),
                       double(angle), double(move_x), double(move_y));
        greatest = std::max(greatest, std::abs(result.at(x, y) - expected));
      }
    }
    CAPTURE(round);
    CHECK(greatest < 0.6);  // rounding, and single precision
  }
}

TEST_CASE("a move by whole pixels loses nothing, and neither does none at all",
          "[core][arrangement]") {
  naive::Random random(81);
  constexpr int kSide = 64;
  const GrayImage image = naive::noise(random, kSide, kSide);
  CHECK(arranged(image, {}) == image);
  const GrayImage moved = arranged(image, {.dx = 5.0F / kSide, .dy = -9.0F / kSide});
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const int expected = image.contains(x - 5, y + 9) ? image.at(x - 5, y + 9) : 0;
      REQUIRE(moved.at(x, y) == expected);
    }
  }
}

TEST_CASE("quarter turns are exact and four of them are none", "[core][arrangement]") {
  naive::Random random(82);
  constexpr int kSide = 31;
  const GrayImage image = naive::noise(random, kSide, kSide);
  const auto quarter = Arrangement::about(0.5F, 0.5F, 1.0F, static_cast<float>(kPi / 2));
  GrayImage turned = arranged(image, quarter);
  int greatest = 0;
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      // Clockwise: what was above is on the right.
      greatest = std::max(greatest, std::abs(turned.at(kSide - 1 - y, x) - image.at(x, y)));
    }
  }
  CHECK(greatest <= 1);
}

TEST_CASE("shrinking to a whole fraction gives the mean of what each pixel covers",
          "[core][arrangement]") {
  naive::Random random(83);
  constexpr int kSide = 60;
  const GrayImage image = naive::noise(random, kSide, kSide);
  for (const int factor : {2, 3, 4, 6}) {
    const GrayImage small = arranged(image, {.a = 1.0F / static_cast<float>(factor)});
    const GrayImage expected = resize_area(image, kSide / factor, kSide / factor);
    const GrayImage corner = crop(small, {0, 0, kSide / factor, kSide / factor});
    int greatest = 0;
    for (std::size_t i = 0; i < expected.pixels.size(); ++i) {
      greatest = std::max(greatest, std::abs(corner.pixels[i] - expected.pixels[i]));
    }
    CAPTURE(factor);
    // An even factor has its samples in the middle of pixels; an odd one as well.
    CHECK(greatest <= 1);
    CHECK(small.at(kSide - 1, kSide - 1) == 0);
  }
}

TEST_CASE("shrinking by any factor keeps the amount of ink", "[core][arrangement]") {
  naive::Random random(84);
  const GrayImage image = hills(random, 120);
  const auto ink = [](const GrayImage& picture) {
    double sum = 0;
    for (const std::uint8_t pixel : picture.pixels) sum += pixel;
    return sum;
  };
  for (const float scale : {0.9F, 0.71F, 0.5F, 0.37F}) {
    const GrayImage small = arranged(image, Arrangement::about(0.5F, 0.5F, scale, 0.4F));
    const double expected = ink(image) * double(scale) * double(scale);
    CHECK(ink(small) == Catch::Approx(expected).epsilon(0.01));
  }
}

TEST_CASE("arrangements can be joined, and are told when they are none", "[core][arrangement]") {
  const Arrangement turn = Arrangement::about(0.2F, 0.7F, 1.5F, 0.6F, 0.1F, -0.3F);
  const Arrangement shift{.dx = 0.25F, .dy = 0.5F};
  const Arrangement both = turn.then(shift);
  CHECK(both.x_of(0.3F, 0.4F) == Catch::Approx(turn.x_of(0.3F, 0.4F) + 0.25F));
  CHECK(both.y_of(0.3F, 0.4F) == Catch::Approx(turn.y_of(0.3F, 0.4F) + 0.5F));
  CHECK(turn.x_of(0.2F, 0.7F) == Catch::Approx(0.3F));
  CHECK(turn.y_of(0.2F, 0.7F) == Catch::Approx(0.4F));
  const Arrangement reversed = shift.then(turn);
  CHECK(reversed.x_of(0.3F, 0.4F) == Catch::Approx(turn.x_of(0.55F, 0.9F)));
  CHECK(turn.scale() == Catch::Approx(1.5F));

  const float nan = std::numeric_limits<float>::quiet_NaN();
  CHECK(is_valid(turn));
  CHECK_FALSE(is_valid({.a = nan}));
  CHECK_FALSE(is_valid({.dx = nan}));
  CHECK_FALSE(is_valid({.a = 0.001F}));
  CHECK_FALSE(is_valid({.a = 90.0F}));
  CHECK_FALSE(is_valid({.dy = 1e9F}));
}
