// SPDX-License-Identifier: MIT
// Why: the network sees nothing but what comes out of these few functions.
#include "core/image.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "tests/core/naive.hpp"

using atelier::core::blank_image;
using atelier::core::count_ink;
using atelier::core::crop;
using atelier::core::GrayImage;
using atelier::core::ink_bounds;
using atelier::core::Rect;
using atelier::core::repeat_pixels;
using atelier::core::resize_area;

TEST_CASE("the bounds of ink are the outermost pixels above the threshold", "[core][image]") {
  GrayImage image = blank_image(9, 7, 12);
  CHECK(ink_bounds(image, 12).empty());
  CHECK(count_ink(image, 12) == 0);

  image.at(4, 3) = 13;
  CHECK(ink_bounds(image, 12) == Rect{4, 3, 1, 1});
  image.at(8, 5) = 255;
  CHECK(ink_bounds(image, 12) == Rect{4, 3, 5, 3});
  image.at(0, 6) = 200;
  CHECK(ink_bounds(image, 12) == Rect{0, 3, 9, 4});
  CHECK(ink_bounds(image, 250) == Rect{8, 5, 1, 1});
  CHECK(count_ink(image, 12) == 3);
  CHECK(ink_bounds(image, 11) == Rect{0, 0, 9, 7});
}

TEST_CASE("the bounds of ink agree with a look at every pixel", "[core][image]") {
  naive::Random random(1);
  for (int round = 0; round < 200; ++round) {
    GrayImage image = blank_image(1 + random.below(40), 1 + random.below(40));
    for (int dots = random.below(6); dots > 0; --dots) {
      image.at(random.below(image.width), random.below(image.height)) = random.gray();
    }
    const std::uint8_t threshold = random.gray();
    int left = image.width;
    int top = image.height;
    int right = -1;
    int bottom = -1;
    std::size_t count = 0;
    for (int y = 0; y < image.height; ++y) {
      for (int x = 0; x < image.width; ++x) {
        if (image.at(x, y) <= threshold) continue;
        ++count;
        left = std::min(left, x);
        top = std::min(top, y);
        right = std::max(right, x);
        bottom = std::max(bottom, y);
      }
    }
    const Rect expected = count == 0 ? Rect{} : Rect{left, top, right - left + 1, bottom - top + 1};
    CHECK(ink_bounds(image, threshold) == expected);
    CHECK(count_ink(image, threshold) == count);
  }
}

TEST_CASE("cropping takes exactly the pixels of the rectangle", "[core][image]") {
  naive::Random random(2);
  const GrayImage image = naive::noise(random, 13, 8);
  const GrayImage part = crop(image, {3, 2, 7, 5});
  REQUIRE(part.width == 7);
  REQUIRE(part.height == 5);
  for (int y = 0; y < 5; ++y) {
    for (int x = 0; x < 7; ++x) CHECK(part.at(x, y) == image.at(x + 3, y + 2));
  }
  CHECK(crop(image, {0, 0, 13, 8}) == image);
}

TEST_CASE("scaling by area is the mean of what each new pixel covers", "[core][image]") {
  struct Sizes {
    int width, height, new_width, new_height;
  };
  const auto sizes = GENERATE(Sizes{56, 56, 28, 28}, Sizes{61, 47, 28, 22}, Sizes{29, 90, 9, 28},
                              Sizes{28, 28, 28, 28}, Sizes{11, 13, 28, 28}, Sizes{1, 1, 5, 3},
                              Sizes{97, 3, 28, 1}, Sizes{100, 100, 1, 1});
  naive::Random random(3);
  const GrayImage image = naive::noise(random, sizes.width, sizes.height);
  const GrayImage resized = resize_area(image, sizes.new_width, sizes.new_height);
  const auto means = naive::resize(image, sizes.new_width, sizes.new_height);
  REQUIRE(resized.pixels.size() == means.size());
  double greatest_error = 0.0;
  for (std::size_t i = 0; i < means.size(); ++i) {
    greatest_error = std::max(greatest_error, std::abs(resized.pixels[i] - means[i]));
  }
  CHECK(greatest_error <= 0.5001);
}

TEST_CASE("scaling by area keeps one gray one gray", "[core][image]") {
  for (const int gray : {0, 1, 127, 254, 255}) {
    const GrayImage image = blank_image(313, 171, static_cast<std::uint8_t>(gray));
    CHECK(resize_area(image, 28, 15) == blank_image(28, 15, static_cast<std::uint8_t>(gray)));
  }
}

TEST_CASE("repeated pixels come back exactly when scaled down again", "[core][image]") {
  naive::Random random(4);
  const GrayImage image = naive::noise(random, 28, 28);
  for (const int factor : {1, 2, 3, 7, 20}) {
    const GrayImage repeated = repeat_pixels(image, factor);
    REQUIRE(repeated.width == 28 * factor);
    CHECK(repeated.at(5 * factor, 9 * factor + factor - 1) == image.at(5, 9));
    CHECK(repeated == resize_area(image, 28 * factor, 28 * factor));
    CHECK(resize_area(repeated, 28, 28) == image);
  }
}
