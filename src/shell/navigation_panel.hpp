// SPDX-License-Identifier: MIT
// shell/navigation_panel.hpp: the views: a rail on the left of a wide page, a bar at the bottom of
// a phone.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct NavigationPanel {
  static void draw_content(const PanelContext& context, Box box);
};

}  // namespace atelier::ui
