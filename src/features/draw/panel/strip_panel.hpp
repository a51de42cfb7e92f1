// SPDX-License-Identifier: MIT
// features/draw/panel/strip_panel.hpp: the strip under the canvas. While there is a drawing or a
// photo it shows what becomes of it, step by step, up to what the network sees: each with its
// switch, what would be answered there, and, for the one pointed at or pressed, why; before, one
// real image of each class to begin with.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/preprocess.hpp"
#include "kit/box.hpp"
#include "kit/image_view.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

class StripPanel {
 public:
  static constexpr float kHeight = 126;
  // Where so much width has no room for words beside the steps, they stand below.
  [[nodiscard]] static float height(const app::State& state, float width);

  // `drawing` is the texture of the drawing: the first steps are parts of it.
  void draw_content(const PanelContext& context, const ImageView& drawing, Box box);

  // One real image of each class to begin with: in one row with names, or, narrow, in two without.
  void draw_samples(const PanelContext& context, Box box);
  [[nodiscard]] static float samples_height(float width);

 private:
  void draw_steps(const PanelContext& context, const ImageView& drawing, Box box);

  void draw_picture(const PanelContext& context, const ImageView& drawing, const Box& picture,
                    std::size_t k);
  void draw_caption(const PanelContext& context, Box box, std::size_t k, bool two_lines);
  void draw_words(const PanelContext& context, Box box, bool beside);

  std::vector<ImageView> step_views_;  // of 28x28, by step; the others stay empty
  ImageView filled_{Sampling::kSmooth};
  bool is_filled_ = false;  // of the drawing whose steps are being drawn
  std::optional<core::StepId> hovered_, chosen_;
};

}  // namespace atelier::ui
