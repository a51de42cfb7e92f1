// SPDX-License-Identifier: MIT
// core/color_image.hpp: a picture in colour, and what brings it to gray.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/image.hpp"

namespace atelier::core {

using Rgb = std::array<std::uint8_t, 3>;

// Red, green, blue, row by row from the top left: pixels.size() == 3 * width * height.
struct ColorImage {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;

  [[nodiscard]] bool empty() const { return pixels.empty(); }
  [[nodiscard]] std::size_t index(int x, int y) const {
    assert(x >= 0 && x < width && y >= 0 && y < height);
    return 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                static_cast<std::size_t>(x));
  }
  [[nodiscard]] Rgb at(int x, int y) const {
    const std::size_t k = index(x, y);
    return {pixels[k], pixels[k + 1], pixels[k + 2]};
  }
  void set(int x, int y, const Rgb& color) {
    const std::size_t k = index(x, y);
    for (std::size_t channel = 0; channel < 3; ++channel) pixels[k + channel] = color[channel];
  }

  friend bool operator==(const ColorImage&, const ColorImage&) = default;
};

// Of one colour. Width and height must be positive, here and below.
[[nodiscard]] ColorImage plain_image(int width, int height, const Rgb& color);

// Red, green, blue and how opaque, on white. `rgba` has 4 * width * height values.
[[nodiscard]] ColorImage on_white(int width, int height, std::span<const std::uint8_t> rgba);

// The part inside `rect`, which must not be empty and must lie within the image.
[[nodiscard]] ColorImage crop(const ColorImage& image, const Rect& rect);

// Each channel as in core/image.hpp.
[[nodiscard]] ColorImage resize_area(const ColorImage& image, int width, int height);

// Luma as in ITU-R BT.601, as web/files/pictures.ts has it: 0.299 red + 0.587 green + 0.114 blue,
// rounded to nearest.
[[nodiscard]] std::uint8_t luma(const Rgb& color);
[[nodiscard]] GrayImage gray(const ColorImage& image);

// Colours no farther apart than `tolerance` (0..1) of what black and white are, as a distance in
// the cube of red, green and blue.
class Closeness {
 public:
  explicit Closeness(float tolerance) {
    const float side = 255.0F * tolerance;
    limit_ = static_cast<int>(3.0F * side * side);
  }
  [[nodiscard]] bool operator()(const Rgb& one, const Rgb& other) const {
    int sum = 0;
    for (std::size_t channel = 0; channel < 3; ++channel) {
      const int difference = one[channel] - other[channel];
      sum += difference * difference;
    }
    return sum <= limit_;
  }

 private:
  int limit_;
};

}  // namespace atelier::core
