// SPDX-License-Identifier: MIT
// ui/navigation_panel.hpp: the views: a rail on the left of a wide page, a bar at the bottom of a
// phone.
#pragma once

#include "ui/box.hpp"
#include "ui/panel_context.hpp"

namespace atelier::ui {

struct NavigationPanel {
  static void draw_content(const PanelContext& context, Box box);
};

}  // namespace atelier::ui
