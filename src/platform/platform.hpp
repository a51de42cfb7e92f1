// SPDX-License-Identifier: MIT
// platform/platform.hpp: joins the exports of platform_abi.hpp to the program's one window.
#pragma once

#include <functional>

#include "platform/window.hpp"

namespace atelier::platform {

// What atelier_update does: drains, changes, and draws if it must. Returns true when another frame
// is due. `visible` is false in a hidden tab.
using FrameHandler = std::function<bool(double now_ms, bool visible)>;

// Both must outlive the page. `on_activity` is called for everything that a frame could show.
void attach(Window& window, FrameHandler frame, std::function<void()> on_activity);

}  // namespace atelier::platform
