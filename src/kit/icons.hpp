// SPDX-License-Identifier: MIT
// kit/icons.hpp: the page's icons as lines, so that they are sharp at every density and need no
// file. Each is designed on a square of 20 units.
#pragma once

#include "imgui.h"

namespace atelier::ui {

enum class Icon {
  kPencil,
  kGrid,
  kChart,
  kInfo,
  kBrush,
  kEraser,
  kBucket,
  kMirror,
  kLine,
  kPolygon,
  kArrange,
  kMore,
  kPicker,
  kSoften,
  kInvert,
  kPhoto,
  kUndo,
  kRedo,
  kTrash,
  kCheck,
  kCross,
};

// `side`: CSS pixels of the square.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 center, float side, ImU32 color);

}  // namespace atelier::ui
