// SPDX-License-Identifier: MIT
// core/flood_fill.hpp: the bucket. Pours a gray into an area of one tone, up to its outline and
// under the outline's soft edge, so that no dark seam stays between the two.
#pragma once

#include <cstdint>

#include "core/image.hpp"

namespace atelier::core {

// How the bucket tells an area.
struct FillReach {
  // Grays that differ by no more than this are one tone: by default less than half the distance
  // between neighbouring cloths of the palette (35), so that it never takes two cloths for one.
  std::uint8_t tolerance = 16;
  // Openings of an outline up to so many pixels across are closed.
  std::uint8_t gap = 0;

  friend bool operator==(const FillReach&, const FillReach&) = default;
};

// What a hand leaves open that meant to close an outline, on a canvas of 560 pixels: a third of a
// pixel of what the network sees.
inline constexpr std::uint8_t kGapOfHand = 7;

inline constexpr std::uint8_t kGreatestTolerance = 128;
inline constexpr std::uint8_t kGreatestGap = 40;

// Gives `gray` to every pixel that can be reached from (x, y) by steps up, down, left and right
// over pixels that differ from the one at (x, y) by at most the tolerance, without passing an
// opening that counts as closed. Where all of the area is that narrow, as in a thin stripe, no
// opening does. Then repairs the anti-aliased edge around them. The .cpp file says how. Does
// nothing if (x, y) lies outside the image.
void flood_fill(GrayImage& image, int x, int y, std::uint8_t gray, const FillReach& reach = {});

}  // namespace atelier::core
