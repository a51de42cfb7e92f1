// SPDX-License-Identifier: MIT
// ui/explore_panel.hpp: all images of the test set in a grid of which only the visible rows are
// drawn. Filter by class, jump to an index, walk with the arrow keys; a click selects.
#pragma once

#include <array>

#include "ui/box.hpp"
#include "ui/panel_context.hpp"
#include "ui/widgets.hpp"

namespace atelier::ui {

class ExplorePanel {
 public:
  void draw_content(const PanelContext& context, Box box);

 private:
  [[nodiscard]] float draw_filters(const PanelContext& context, const Box& box);
  [[nodiscard]] float draw_filter_chips(const PanelContext& context, const Box& box, bool wrapped);
  static void draw_count(const PanelContext& context, Box box);
  void draw_jump(const PanelContext& context, const Box& box);
  void draw_grid(const PanelContext& context, const Box& box);
  void draw_cells(const PanelContext& context, const Box& box, int columns, float pitch);
  void walk_by_keys(const PanelContext& context, int columns);

  TouchScroll touch_scroll_{ScrollAxis::kVertical};
  TouchScroll filter_scroll_{ScrollAxis::kHorizontal};
  std::array<char, 12> jump_text_{};
  bool scroll_to_selected_ = false;
};

}  // namespace atelier::ui
