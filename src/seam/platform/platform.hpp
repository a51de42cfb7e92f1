// SPDX-License-Identifier: MIT
// seam/platform/platform.hpp: joins the exports of platform_abi.hpp to the program's one window.
#pragma once

#include <functional>

#include "seam/platform/window.hpp"

namespace atelier::platform {

// What atelier_update does: drains, changes, and draws if it must. Returns true when another frame
// is due. `visible` is false in a hidden tab.
using FrameHandler = std::function<bool(double now_ms, bool visible)>;

struct Handlers {
  FrameHandler frame;
  std::function<void()> on_activity;  // something came that a frame could show
  std::function<void()> on_pointer;   // the pointer's trail has grown; after on_activity
  std::function<bool(ImVec2)> wants_pinch;
};

// All of them must outlive the page.
void attach(Window& window, Handlers handlers);

}  // namespace atelier::platform
