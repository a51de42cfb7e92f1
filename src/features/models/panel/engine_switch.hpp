// SPDX-License-Identifier: MIT
// features/models/panel/engine_switch.hpp: two chips that choose the engine.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct EngineSwitch {
  // From the left end of `box`, in its middle.
  static void draw_content(const PanelContext& context, Box box);
};

}  // namespace atelier::ui
