// SPDX-License-Identifier: MIT
// core/png.hpp: pictures as PNG files (ISO/IEC 15948), over zlib. Only the chunks that a PNG must
// have: IHDR, IDAT, IEND.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/image.hpp"

namespace atelier::core {

// Red, green, blue, row by row from the top left: pixels.size() == 3 * width * height.
struct ColorImage {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;
};

// 8 bits a channel, not interlaced. Width and height must be positive.
[[nodiscard]] std::vector<std::byte> encode_png(const GrayImage& image);
[[nodiscard]] std::vector<std::byte> encode_png(const ColorImage& image);

}  // namespace atelier::core
