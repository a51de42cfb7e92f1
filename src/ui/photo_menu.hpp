// SPDX-License-Identifier: MIT
// ui/photo_menu.hpp: where a photo comes from: a file, the camera, or the one that was there
// before.
#pragma once

#include "ui/box.hpp"
#include "ui/panel_context.hpp"

namespace atelier::ui {

struct PhotoMenu {
  // Of its chip, with the gap beside it.
  [[nodiscard]] static float width(const PanelContext& context);
  // A chip at the right end of `row`, which it takes off it.
  static void draw_at_right(const PanelContext& context, Box& row);
  // The same as a button, where there is no room for a word.
  static void draw_button(const PanelContext& context, const Box& box);
};

}  // namespace atelier::ui
