// SPDX-License-Identifier: MIT
// features/explain/change/panel/change_panel.hpp: how little would change the network's mind: the
// change apart from the picture, the strength that is enough, and what is answered at each. Fills
// whatever room it is given, from a phone's two rows up.
#pragma once

#include "features/explain/change/change.hpp"
#include "kit/box.hpp"
#include "kit/image_view.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

class ChangePanel {
 public:
  void draw_content(const PanelContext& context, Box box);

 private:
  // As many of the two as the box has the width for, `side` large.
  void draw_pictures(const PanelContext& context, Box box, float side, const app::Changes& changes);

  ImageView picture_{Sampling::kPixelated};
};

}  // namespace atelier::ui
