// SPDX-License-Identifier: MIT
// ui/canvas_panel.hpp: the drawing square. Strokes are taken from the pointer trail, sample by
// sample and between frames; a shown sample can be drawn over like any drawing.
#pragma once

#include <cstdint>
#include <optional>

#include "ui/box.hpp"
#include "ui/image_view.hpp"
#include "ui/panel_context.hpp"
#include "ui/pointer_trail.hpp"

namespace atelier::ui {

class CanvasPanel {
 public:
  // `square` has equal sides.
  void draw_content(const PanelContext& context, const Box& square);

  // What the trail means for the square as it was drawn last. May be called at any time, so that
  // neither the drawing nor the network's answer to it waits for a frame.
  void take_strokes(PointerTrail trail, app::Actions& actions);

  // The drawing as it was shown last; empty before that.
  [[nodiscard]] const ImageView& drawing() const { return drawing_; }

  // The square is not on the page: a stroke on it is over, though the pointer was not seen to go
  // up.
  void leave() { stroke_in_progress_ = false; }

 private:
  void draw_sample(const PanelContext& context, const Box& square);
  void draw_cursor(const PanelContext& context, const Box& square) const;

  ImageView drawing_{Sampling::kSmooth};
  ImageView sample_{Sampling::kPixelated};  // as it came, or as the network sees it
  Box square_;      // in the last frame that it was drawn in; empty before the first
  core::Rect ink_;  // what is not black in the drawing, and a pixel around it
  bool stroke_in_progress_ = false;
  std::optional<core::GrayImage> original_;  // of the sample that was shown last, if there is one
  std::uint64_t sample_version_ = 0;         // of the input that it was asked for
};

}  // namespace atelier::ui
