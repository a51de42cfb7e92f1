// SPDX-License-Identifier: MIT
// core/png.hpp: pictures as PNG files (ISO/IEC 15948), over zlib. Only the chunks that a PNG must
// have: IHDR, IDAT, IEND.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/color_image.hpp"
#include "core/image.hpp"

namespace atelier::core {

// 8 bits a channel, not interlaced. Width and height must be positive.
[[nodiscard]] std::vector<std::byte> encode_png(const GrayImage& image);
[[nodiscard]] std::vector<std::byte> encode_png(const ColorImage& image);

}  // namespace atelier::core
