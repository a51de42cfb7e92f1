// SPDX-License-Identifier: MIT
// features/photo/panel/photo_panel.hpp: how the photo on the canvas is prepared, in the place of
// the drawing's tools.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

class PhotoPanel {
 public:
  // All settings, one below the other.
  static void draw_column(const PanelContext& context, Box box);
  // Two rows of 44: which of the settings, and that one. `leads_back`: to the drawing, where
  // nothing else on the page does.
  void draw_rows(const PanelContext& context, Box box, bool leads_back);

 private:
  std::size_t chosen_ = 0;  // of the settings
};

}  // namespace atelier::ui
