// SPDX-License-Identifier: MIT
// features/photo/panel/photo_menu.hpp: where a photo comes from: a file, the camera, or the one
// that was there before.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"
#include "kit/theme.hpp"

namespace atelier::ui {

struct PhotoMenu {
  // Of its chip, with the gap beside it.
  [[nodiscard]] static float width(const PanelContext& context);
  static constexpr float kShortWidth = kTarget + kGap8;
  // A chip at the right end of `row`, which it takes off it.
  static void draw_at_right(const PanelContext& context, Box& row);
  // The same with an icon in place of the word.
  static void draw_short_at_right(const PanelContext& context, Box& row);
  // And as a button among those of tools.
  static void draw_button(const PanelContext& context, const Box& box);
};

}  // namespace atelier::ui
