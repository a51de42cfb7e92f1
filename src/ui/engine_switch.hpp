// SPDX-License-Identifier: MIT
// ui/engine_switch.hpp: two chips that choose the engine.
#pragma once

#include "ui/box.hpp"
#include "ui/panel_context.hpp"

namespace atelier::ui {

struct EngineSwitch {
  // From the left end of `box`, in its middle.
  static void draw_content(const PanelContext& context, Box box);
};

}  // namespace atelier::ui
