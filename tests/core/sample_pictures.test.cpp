// SPDX-License-Identifier: MIT
// Why: what is said of many images at once cannot be seen to be wrong.
#include "core/sample_pictures.hpp"

#include <catch_amalgamated.hpp>

#include <cmath>
#include <cstdint>
#include <vector>

#include "tests/core/naive.hpp"

using namespace atelier::core;

namespace {

struct Noise {
  explicit Noise(int count) : labels(static_cast<std::size_t>(count)) {
    naive::Random random(11);
    for (int k = 0; k < count; ++k) {
      const GrayImage image = naive::noise(random, 28, 28);
      pixels.insert(pixels.end(), image.pixels.begin(), image.pixels.end());
    }
  }
  [[nodiscard]] DatasetView view() const { return {pixels, labels}; }
  [[nodiscard]] int at(std::uint32_t index, int x, int y) const {
    return pixels[static_cast<std::size_t>(index) * 784 + static_cast<std::size_t>(y * 28 + x)];
  }

  std::vector<std::uint8_t> pixels;
  std::vector<std::uint8_t> labels;
};

}  // namespace

TEST_CASE("the mean image is the mean of each pixel, rounded to nearest", "[core][pictures]") {
  const Noise set(7);
  for (const std::vector<std::uint32_t>& indices :
       {std::vector<std::uint32_t>{4}, {0, 6}, {5, 1, 2}, {0, 1, 2, 3, 4, 5, 6}, {3, 3, 0}}) {
    const GrayImage mean = mean_image(set.view(), indices);
    for (int y = 0; y < 28; ++y) {
      for (int x = 0; x < 28; ++x) {
        double sum = 0;
        for (const std::uint32_t index : indices) sum += set.at(index, x, y);
        const double expected = std::floor(sum / static_cast<double>(indices.size()) + 0.5);
        REQUIRE(mean.at(x, y) == static_cast<int>(expected));
      }
    }
  }
}

TEST_CASE("the mean of no images is black, and of the brightest ones as bright",
          "[core][pictures]") {
  Noise set(3);
  CHECK(mean_image(set.view(), {}) == blank_image(28, 28));
  std::fill(set.pixels.begin(), set.pixels.end(), std::uint8_t{255});
  CHECK(mean_image(set.view(), std::vector<std::uint32_t>(70'000, 2)) == blank_image(28, 28, 255));
}

TEST_CASE("the histogram counts every pixel once, by its gray", "[core][pictures]") {
  const Noise set(5);
  const std::vector<std::uint32_t> indices{4, 0, 4};
  const GrayHistogram histogram = gray_histogram(set.view(), indices);
  for (int gray = 0; gray < 256; ++gray) {
    std::uint64_t expected = 0;
    for (const std::uint32_t index : indices) {
      for (int y = 0; y < 28; ++y) {
        for (int x = 0; x < 28; ++x) expected += set.at(index, x, y) == gray ? 1U : 0U;
      }
    }
    REQUIRE(histogram[static_cast<std::size_t>(gray)] == expected);
  }
}

TEST_CASE("a contact sheet has each image at its place and is black beside the last",
          "[core][pictures]") {
  const Noise set(5);
  const std::vector<std::uint32_t> indices{3, 0, 4, 1, 2};
  const GrayImage sheet = contact_sheet(set.view(), indices, 3);
  REQUIRE(sheet.width == 84);
  REQUIRE(sheet.height == 56);
  for (int y = 0; y < 56; ++y) {
    for (int x = 0; x < 84; ++x) {
      const auto tile = static_cast<std::size_t>(y / 28 * 3 + x / 28);
      const int expected = tile < 5 ? set.at(indices[tile], x % 28, y % 28) : 0;
      REQUIRE(sheet.at(x, y) == expected);
    }
  }
}
