// SPDX-License-Identifier: MIT
// features/draw/panel/tools_panel.hpp: what one draws with: tools, the way back, cloth and brush.
// Where there is little room, the tools that are wanted less often are in a menu.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct ToolsPanel {
  static constexpr float kPitch = 52;  // of the buttons

  // Buttons in columns from the top left, as many in a column as `box` is high.
  static void draw_column(const PanelContext& context, const Box& box);
  // Width that draw_column needs.
  [[nodiscard]] static float column_width(float height);
  // Buttons side by side, tools on the left, the way back on the right.
  static void draw_row(const PanelContext& context, Box box);
  // Cloth and what the tool in hand can be set to, one under the other with captions.
  static void draw_cloth_and_brush(const PanelContext& context, Box box);
  // The same side by side without captions.
  static void draw_cloth_and_brush_row(const PanelContext& context, Box box);
};

}  // namespace atelier::ui
