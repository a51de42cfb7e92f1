// SPDX-License-Identifier: MIT
// features/draw/panel/draw_panel.hpp: the view Draw: the canvas in the middle, tools beside or
// under it, and the strip below where there is room, or, narrow, in the place of the tools for who
// asks for it. What explains the answer takes the same place.
#pragma once

#include "app/action.hpp"
#include "app/view.hpp"
#include "features/draw/panel/canvas_panel.hpp"
#include "features/draw/panel/strip_panel.hpp"
#include "features/explain/panel/why_panel.hpp"
#include "features/photo/panel/photo_panel.hpp"
#include "kit/box.hpp"
#include "kit/icons.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

class DrawPanel {
 public:
  static constexpr app::View kView = app::View::kDraw;
  static constexpr Icon kIcon = Icon::kPencil;

  void draw_content(const PanelContext& context, Box box);
  void take_strokes(const app::State& state, PointerTrail trail, app::Actions& actions) {
    canvas_.take_strokes(state, trail, actions);
  }
  // A phone has no room for the examples in the work: they are offered in the place of the bars,
  // which say nothing while the sheet is blank.
  [[nodiscard]] bool offers_examples(const PanelContext& context) const;
  void draw_examples(const PanelContext& context, const Box& box) {
    strip_.draw_samples(context, box);
  }
  [[nodiscard]] bool wants_pinch(ImVec2 at) const { return canvas_.wants_pinch(at); }
  // Another view is shown.
  void leave() { canvas_.leave(); }
  // Whether there is room for the steps of a drawing; of the last frame.
  [[nodiscard]] bool shows_steps() const { return shows_steps_; }

 private:
  // Each returns whether there is room for the strip of itself.
  bool draw_beside(const PanelContext& context, Box box);   // wide: tools left, cloth right
  bool draw_stacked(const PanelContext& context, Box box);  // narrow: tools under the canvas

  void draw_strip(const PanelContext& context, const Box& box);

  // Whether somebody may ask for the steps, and has.
  [[nodiscard]] bool offers_steps(const PanelContext& context) const;
  [[nodiscard]] bool has_open_steps(const PanelContext& context) const;
  void draw_steps_chips(const PanelContext& context, Box& title);

  CanvasPanel canvas_;
  PhotoPanel photo_;
  StripPanel strip_;
  WhyPanel why_;
  bool has_title_ = true;
  bool has_strip_ = false;  // of itself, in the last frame
  bool shows_steps_ = false;
  bool steps_open_ = false;  // asked for, where there is no room for the strip of itself
};

}  // namespace atelier::ui
