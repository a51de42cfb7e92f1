// SPDX-License-Identifier: MIT
// features/explore/panel/filter_menus.hpp: Explore's filters. On a desktop a row of chips, each
// with its menu; on a phone one list of all of them.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {

class FilterMenus {
 public:
  // The chips of all but the class, wrapped within `box`. Returns their height.
  [[nodiscard]] float draw_chips(const PanelContext& context, const Box& box);

  // Everything there is to choose, for a finger; scrolls within `box`.
  void draw_list(const PanelContext& context, const Box& box);

 private:
  TouchScroll touch_scroll_{ScrollAxis::kVertical};
};

}  // namespace atelier::ui
