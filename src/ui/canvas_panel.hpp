// SPDX-License-Identifier: MIT
// ui/canvas_panel.hpp: the drawing square. Strokes are taken from the pointer trail, sample by
// sample; a shown sample can be drawn over like any drawing.
#pragma once

#include "ui/box.hpp"
#include "ui/image_view.hpp"
#include "ui/panel_context.hpp"

namespace atelier::ui {

class CanvasPanel {
 public:
  // `square` has equal sides.
  void draw_content(const PanelContext& context, const Box& square);

  // Uploads the drawing once more after this frame's actions were carried out, so that a stroke is
  // on the screen in the frame that it was made in.
  void refresh(const app::State& state, Textures& textures);

 private:
  void take_strokes(const PanelContext& context, const Box& square);
  void draw_cursor(const PanelContext& context, const Box& square) const;

  ImageView drawing_{Sampling::kSmooth};
  ImageView sample_{Sampling::kPixelated};
  bool stroke_in_progress_ = false;
  int last_frame_ = 0;
};

}  // namespace atelier::ui
