// SPDX-License-Identifier: MIT
// features/about/panel/about_panel.hpp: what this is, what runs, on which data, and how to cite it.
// Every number on it is read from State, none is written here.
#pragma once

#include "app/view.hpp"
#include "features/data/panel/class_names_menu.hpp"
#include "kit/box.hpp"
#include "kit/icons.hpp"
#include "kit/panel_context.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {

class AboutPanel {
 public:
  static constexpr app::View kView = app::View::kAbout;
  static constexpr Icon kIcon = Icon::kInfo;

  void draw_content(const PanelContext& context, Box box);

 private:
  ClassNamesMenu class_names_;
  TouchScroll touch_scroll_{ScrollAxis::kVertical};
};

}  // namespace atelier::ui
