// SPDX-License-Identifier: MIT
// core/flood_fill.hpp: the bucket. Pours a gray into an area of one tone, up to its outline and
// under the outline's soft edge, so that no dark seam stays between the two.
#pragma once

#include <cstdint>

#include "core/image.hpp"

namespace atelier::core {

// Grays that differ by no more than this are one tone to the bucket: less than half the distance
// between neighbouring cloths of the palette (35), so that it never takes two cloths for one.
inline constexpr std::uint8_t kFillTolerance = 16;

// Gives `gray` to every pixel that can be reached from (x, y) by steps up, down, left and right
// over pixels that differ from the one at (x, y) by at most `tolerance`. Then repairs the
// anti-aliased edge around them: see the .cpp file. Does nothing if (x, y) lies outside the image.
void flood_fill(GrayImage& image, int x, int y, std::uint8_t gray,
                std::uint8_t tolerance = kFillTolerance);

}  // namespace atelier::core
