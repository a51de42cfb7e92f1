// SPDX-License-Identifier: MIT
// kit/pointer_trail.hpp: what the pointer did since it was last asked, sample by sample. Dear ImGui
// keeps one position a frame; a stroke needs every one of them, and the pressure.
#pragma once

#include <span>

#include "imgui.h"

namespace atelier::ui {

struct PointerSample {
  enum class Phase {
    kMove,
    kDown,
    kUp,
    kCancel,
    kLeave,     // which is not told
    kZoom,      // by a wheel
    kPinch,     // by two fingers, which never draw
    kPinchEnd,  // they are up
  };
  Phase phase{};
  ImVec2 position;        // CSS pixels of the page
  float pressure = 0.5F;  // 0..1; 0.5 where the device knows none
  ImGuiMouseSource source = ImGuiMouseSource_Mouse;
  bool shift = false;
  bool alt = false;
  // Of kZoom and kPinch: what lay at `from` has come to `position`, so much larger and turned.
  ImVec2 from{};
  float scale = 1;
  float turn = 0;  // radians, clockwise
  // What came before it has lower numbers in Dear ImGui's queue of input.
  ImGuiID order = 0;
};

using PointerTrail = std::span<const PointerSample>;

}  // namespace atelier::ui
