// SPDX-License-Identifier: MIT
// ui/about_panel.hpp: what this is, what runs, on which data, and how to cite it. Every number on
// it is read from State, none is written here.
#pragma once

#include "ui/box.hpp"
#include "ui/class_names_menu.hpp"
#include "ui/panel_context.hpp"
#include "ui/widgets.hpp"

namespace atelier::ui {

class AboutPanel {
 public:
  void draw_content(const PanelContext& context, Box box);

 private:
  ClassNamesMenu class_names_;
  TouchScroll touch_scroll_{ScrollAxis::kVertical};
};

}  // namespace atelier::ui
