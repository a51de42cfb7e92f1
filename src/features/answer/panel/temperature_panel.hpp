// SPDX-License-Identifier: MIT
// features/answer/panel/temperature_panel.hpp: what raw logits are divided by, for those who want
// to turn it.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct TemperaturePanel {
  static constexpr float kRowHeight = 40;    // of the value, the slider and Reset in one row
  static constexpr float kLeastHeight = 72;  // of the same, the slider in a row of its own

  // Name and value, the slider with a mark where the model was measured, Reset while it is
  // elsewhere, and below, as far as there is room, what temperature does.
  static void draw_content(const PanelContext& context, Box box);
  static void draw_row(const PanelContext& context, Box row);
};

}  // namespace atelier::ui
