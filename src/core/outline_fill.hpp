// SPDX-License-Identifier: MIT
// core/outline_fill.hpp: what a drawing of lines encloses, filled. The data set has garments of
// cloth and none of lines; most people draw lines.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "core/image.hpp"

namespace atelier::core {

struct OutlineOptions {
  // Brighter pixels are ink.
  std::uint8_t ink_threshold = 12;

  // Gaps between lines of up to this fraction of the drawing's longer side are closed, whatever is
  // behind them.
  float greatest_gap = 0.05F;

  // If that encloses too little, so are gaps of up to one of these fractions that lead to where it
  // is wider than they are: the open neck of a shirt, but not the room between the legs of
  // trousers. That one is taken which encloses most: a narrow one closes a sleeve alone, and behind
  // a wide one the narrow parts of a garment have no room.
  std::array<float, 3> openings = {0.1F, 0.2F, 0.3F};

  // It is a drawing of lines if they enclose so much in parts of the area of their own ink. Of the
  // hundred drawings to tune by (models/drawings/tune), 19 of 20 outlines enclose more, most of
  // them more than twice their ink, and no other encloses more than 0.38: holes of a scribble,
  // handles of a bag.
  float least_enclosed = 0.5F;

  // Of the cloth in parts of the mean gray of the lines: darker, so that a collar or a pocket
  // within stays to be seen.
  float cloth_gray = 0.8F;
};

// The drawing with cloth in place of all black that its lines enclose; nothing if it is no drawing
// of lines. Lines keep their gray. `ink` is ink_bounds() of the drawing at that threshold; it is
// that of what is returned, too.
[[nodiscard]] std::optional<GrayImage> fill_outline(const GrayImage& drawing, const Rect& ink,
                                                    const OutlineOptions& options = {});

}  // namespace atelier::core
