// SPDX-License-Identifier: MIT
#include "core/color_image.hpp"

#include <algorithm>

namespace atelier::core {
namespace {

GrayImage channel_of(const ColorImage& image, std::size_t channel) {
  GrayImage plane = blank_image(image.width, image.height);
  for (std::size_t k = 0; k < plane.pixels.size(); ++k) {
    plane.pixels[k] = image.pixels[3 * k + channel];
  }
  return plane;
}

}  // namespace

ColorImage plain_image(int width, int height, const Rgb& color) {
  assert(width > 0 && height > 0);
  const auto size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  ColorImage image{width, height, std::vector<std::uint8_t>(3 * size)};
  for (std::size_t k = 0; k < image.pixels.size(); ++k) image.pixels[k] = color[k % 3];
  return image;
}

ColorImage on_white(int width, int height, std::span<const std::uint8_t> rgba) {
  ColorImage image = plain_image(width, height, {});
  assert(3 * rgba.size() == 4 * image.pixels.size());
  for (std::size_t k = 0; k < rgba.size() / 4; ++k) {
    const std::uint8_t alpha = rgba[4 * k + 3];
    for (std::size_t channel = 0; channel < 3; ++channel) {
      image.pixels[3 * k + channel] = blend(255, rgba[4 * k + channel], alpha);
    }
  }
  return image;
}

ColorImage crop(const ColorImage& image, const Rect& rect) {
  assert(!rect.empty());
  assert(rect.x >= 0 && rect.x + rect.width <= image.width);
  assert(rect.y >= 0 && rect.y + rect.height <= image.height);
  ColorImage part{rect.width, rect.height, {}};
  part.pixels.reserve(3 * static_cast<std::size_t>(rect.width) *
                      static_cast<std::size_t>(rect.height));
  for (int y = 0; y < rect.height; ++y) {
    const auto from =
        image.pixels.begin() + static_cast<std::ptrdiff_t>(image.index(rect.x, rect.y + y));
    part.pixels.insert(part.pixels.end(), from, from + std::ptrdiff_t{3} * rect.width);
  }
  return part;
}

ColorImage resize_area(const ColorImage& image, int width, int height) {
  ColorImage resized = plain_image(width, height, {});
  for (std::size_t channel = 0; channel < 3; ++channel) {
    const GrayImage plane = resize_area(channel_of(image, channel), width, height);
    for (std::size_t k = 0; k < plane.pixels.size(); ++k) {
      resized.pixels[3 * k + channel] = plane.pixels[k];
    }
  }
  return resized;
}

std::uint8_t luma(const Rgb& color) {
  return static_cast<std::uint8_t>((299 * color[0] + 587 * color[1] + 114 * color[2] + 500) / 1000);
}

GrayImage gray(const ColorImage& image) {
  GrayImage result = blank_image(image.width, image.height);
  for (std::size_t k = 0; k < result.pixels.size(); ++k) {
    result.pixels[k] =
        luma({image.pixels[3 * k], image.pixels[3 * k + 1], image.pixels[3 * k + 2]});
  }
  return result;
}

}  // namespace atelier::core
