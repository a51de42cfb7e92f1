// SPDX-License-Identifier: MIT
// features/data/panel/own_data_chips.hpp: opens images of the visitor's, and goes back to the
// page's own.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct OwnDataChips {
  // Side by side from the left end of `row`; takes them off it.
  static void draw_content(const PanelContext& context, Box& row);
  // One of them, where there is no room for more, from the right end of `row`; takes it off it.
  static void draw_one(const PanelContext& context, Box& row);
};

}  // namespace atelier::ui
