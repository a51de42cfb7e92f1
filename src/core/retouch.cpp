// SPDX-License-Identifier: MIT
#include "core/retouch.hpp"

#include <cstdint>

#include "core/gaussian_blur.hpp"

namespace atelier::core {

GrayImage softened(const GrayImage& image) {
  return blurred(image, static_cast<float>(image.width) / 100.0F);
}

GrayImage inverted(const GrayImage& image) {
  GrayImage result = image;
  for (std::uint8_t& pixel : result.pixels) pixel = static_cast<std::uint8_t>(255 - pixel);
  return result;
}

}  // namespace atelier::core
