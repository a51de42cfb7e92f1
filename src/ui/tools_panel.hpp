// SPDX-License-Identifier: MIT
// ui/tools_panel.hpp: what one draws with: tools, the way back, cloth and brush.
#pragma once

#include "ui/box.hpp"
#include "ui/panel_context.hpp"

namespace atelier::ui {

struct ToolsPanel {
  static constexpr float kPitch = 52;  // of the buttons

  // Buttons in columns from the top left, as many in a column as `box` is high.
  static void draw_column(const PanelContext& context, const Box& box);
  // Width that draw_column needs.
  [[nodiscard]] static float column_width(float height);
  // The same buttons side by side, tools on the left, the way back on the right.
  static void draw_row(const PanelContext& context, Box box);
  // Cloth and brush, one under the other with captions.
  static void draw_cloth_and_brush(const PanelContext& context, Box box);
  // Cloth and brush side by side without captions.
  static void draw_cloth_and_brush_row(const PanelContext& context, Box box);
  // Keys of the Draw view, which the tooltips name.
  static void take_shortcuts(const PanelContext& context);
};

}  // namespace atelier::ui
