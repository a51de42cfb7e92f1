// SPDX-License-Identifier: MIT
// features/draw/panel/trace_menu.hpp: the choice of a class whose outline lies under the drawing.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct TraceMenu {
  // Of its chip, with the gap beside it.
  [[nodiscard]] static float width(const PanelContext& context);
  // Takes its chip off the right end of `row`. Draws nothing while no image has its label.
  static void draw_at_right(const PanelContext& context, Box& row);
};

}  // namespace atelier::ui
