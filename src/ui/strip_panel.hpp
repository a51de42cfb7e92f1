// SPDX-License-Identifier: MIT
// ui/strip_panel.hpp: the strip under the canvas. While there is a drawing it shows what becomes of
// it, step by step, up to what the network sees; before, one real image of each class to begin
// with.
#pragma once

#include <vector>

#include "ui/box.hpp"
#include "ui/image_view.hpp"
#include "ui/panel_context.hpp"

namespace atelier::ui {

class StripPanel {
 public:
  static constexpr float kHeight = 126;

  // `drawing` is the texture of the drawing: the first steps are parts of it.
  void draw_content(const PanelContext& context, const ImageView& drawing, Box box);

 private:
  void draw_steps(const PanelContext& context, const ImageView& drawing, Box box);
  void draw_samples(const PanelContext& context, Box box);

  std::vector<ImageView> step_views_;  // of 28x28, by step; the others stay empty
};

}  // namespace atelier::ui
