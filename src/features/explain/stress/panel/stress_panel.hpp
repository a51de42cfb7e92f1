// SPDX-License-Identifier: MIT
// features/explain/stress/panel/stress_panel.hpp: what the answer bears: a distortion, its slider
// with the probability along its whole way, and the picture as distorted. Fills whatever room it is
// given, from a phone's two rows up.
#pragma once

#include "kit/box.hpp"
#include "kit/image_view.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

class StressPanel {
 public:
  void draw_content(const PanelContext& context, Box box);

 private:
  void draw_picture(const PanelContext& context, Box box, float side);

  ImageView picture_{Sampling::kPixelated};
};

}  // namespace atelier::ui
