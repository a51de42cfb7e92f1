// SPDX-License-Identifier: MIT
// features/explore/panel/explore_panel.hpp: all images of the test set in a grid of which only the
// visible rows are drawn. Filters, jump to an index, walk with the arrow keys; a click selects.
#pragma once

#include <array>

#include "app/view.hpp"
#include "features/data/panel/class_names_menu.hpp"
#include "features/explore/panel/filter_menus.hpp"
#include "features/explore/panel/selection_summary.hpp"
#include "kit/box.hpp"
#include "kit/icons.hpp"
#include "kit/panel_context.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {

class ExplorePanel {
 public:
  static constexpr app::View kView = app::View::kExplore;
  static constexpr Icon kIcon = Icon::kGrid;

  void draw_content(const PanelContext& context, Box box);

 private:
  void draw_wide(const PanelContext& context, Box box);
  void draw_narrow(const PanelContext& context, Box box);
  void draw_filters_chip(const PanelContext& context, const Box& box);
  void draw_filter_list(const PanelContext& context, Box box);
  void draw_jump(const PanelContext& context, const Box& box);
  void draw_images(const PanelContext& context, const Box& box);
  void draw_grid(const PanelContext& context, const Box& box);
  void draw_cells(const PanelContext& context, const Box& box, int columns, float pitch);
  void walk_by_keys(const PanelContext& context, int columns);

  TouchScroll touch_scroll_{ScrollAxis::kVertical};
  FilterMenus filters_;
  ClassNamesMenu class_names_;
  SelectionSummary summary_;
  bool choosing_filters_ = false;  // on a phone, in place of the images
  std::array<char, 12> jump_text_{};
  bool scroll_to_selected_ = false;
};

}  // namespace atelier::ui
