// SPDX-License-Identifier: MIT
// features/draw/state.hpp: the tools that the drawing is made with.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/flood_fill.hpp"
#include "core/limits.hpp"
#include "core/stroke.hpp"

namespace atelier::app {

// Five cloths, dark to bright. The middle three lie where most of the data set's garments do
// (mean ink 154, 98th percentile 232).
inline constexpr std::array<std::uint8_t, 5> kClothGrays = {90, 125, 160, 195, 235};

[[nodiscard]] inline bool is_cloth(std::uint8_t gray) {
  return std::find(kClothGrays.begin(), kClothGrays.end(), gray) != kClothGrays.end();
}

// What the pointer does on the canvas.
enum class ToolMode {
  kDraw,     // with the tool
  kPick,     // takes the next gray that is pressed; then the tool is back
  kArrange,  // moves, scales and turns the drawing
};

// Diameters as a fraction of the square's side.
inline constexpr core::Range kBrushSizes{0.015, 0.3};

struct Tools {
  core::Tool tool = core::Tool::kBrush;
  ToolMode mode = ToolMode::kDraw;
  std::uint8_t gray = kClothGrays[3];
  // Diameter as a fraction of the square's side: fine enough that small drawings do not clot.
  float brush_size = 0.03F;
  core::FillReach reach{.gap = core::kGapOfHand};
  bool mirrored = false;
};

}  // namespace atelier::app
