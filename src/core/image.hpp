// SPDX-License-Identifier: MIT
// core/image.hpp: a gray image and the few operations that everything else is made of.
// 0 is the background (black), 255 the brightest cloth, as in the data set's files.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace atelier::core {

// Side in pixels of the data set's images, which is what the network sees.
inline constexpr int kSampleSide = 28;

// Row by row from the top left, without padding: pixels.size() == width * height.
struct GrayImage {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;

  [[nodiscard]] bool contains(int x, int y) const {
    return x >= 0 && x < width && y >= 0 && y < height;
  }

  [[nodiscard]] std::size_t index(int x, int y) const {
    assert(contains(x, y));
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
           static_cast<std::size_t>(x);
  }
  [[nodiscard]] std::uint8_t& at(int x, int y) { return pixels[index(x, y)]; }
  [[nodiscard]] std::uint8_t at(int x, int y) const { return pixels[index(x, y)]; }

  [[nodiscard]] std::span<std::uint8_t> row(int y) {
    return std::span(pixels).subspan(index(0, y), static_cast<std::size_t>(width));
  }
  [[nodiscard]] std::span<const std::uint8_t> row(int y) const {
    return std::span(pixels).subspan(index(0, y), static_cast<std::size_t>(width));
  }

  friend bool operator==(const GrayImage&, const GrayImage&) = default;
};

// Pixels x .. x + width - 1, y .. y + height - 1.
struct Rect {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;

  [[nodiscard]] bool empty() const { return width <= 0 || height <= 0; }

  friend bool operator==(const Rect&, const Rect&) = default;
};

// `paint` over `below`, where it covers that share of a pixel (255: all of it).
[[nodiscard]] inline std::uint8_t blend(std::uint8_t below, std::uint8_t paint,
                                        std::uint8_t coverage) {
  return static_cast<std::uint8_t>((below * (255 - coverage) + paint * coverage + 127) / 255);
}

// An image of one gray. Width and height must be positive, here and below.
[[nodiscard]] GrayImage blank_image(int width, int height, std::uint8_t gray = 0);

// The smallest rectangle around all pixels brighter than `threshold`; empty if there are none.
[[nodiscard]] Rect ink_bounds(const GrayImage& image, std::uint8_t threshold);

// How many pixels are brighter than `threshold`.
[[nodiscard]] std::size_t count_ink(const GrayImage& image, std::uint8_t threshold);

// The part inside `rect`, which must not be empty and must lie within the image.
[[nodiscard]] GrayImage crop(const GrayImage& image, const Rect& rect);

// Scales by averaging: each new pixel is the mean of the area that it covers, pixels that it covers
// in part counting by that part, rounded to nearest (a half up). Exact, in integers. Enlarging is
// legal as well and is what repeat_pixels() does when the factor is whole.
[[nodiscard]] GrayImage resize_area(const GrayImage& image, int width, int height);

// Every pixel becomes a square of factor x factor; resize_area() brings the original back exactly.
[[nodiscard]] GrayImage repeat_pixels(const GrayImage& image, int factor);

}  // namespace atelier::core
