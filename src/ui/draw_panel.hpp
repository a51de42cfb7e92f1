// SPDX-License-Identifier: MIT
// ui/draw_panel.hpp: the view Draw: the canvas in the middle, tools beside or under it, and the
// strip below where there is room. What explains the answer takes the place of the strip.
#pragma once

#include "ui/box.hpp"
#include "ui/canvas_panel.hpp"
#include "ui/panel_context.hpp"
#include "ui/strip_panel.hpp"

namespace atelier::ui {

class DrawPanel {
 public:
  void draw_content(const PanelContext& context, Box box);
  void take_strokes(const app::State& state, PointerTrail trail, app::Actions& actions) {
    canvas_.take_strokes(state, trail, actions);
  }
  [[nodiscard]] bool wants_pinch(ImVec2 at) const { return canvas_.wants_pinch(at); }
  // Another view is shown.
  void leave() { canvas_.leave(); }

 private:
  void draw_beside(const PanelContext& context, Box box);   // wide: tools left, cloth right
  void draw_stacked(const PanelContext& context, Box box);  // narrow: tools under the canvas

  void draw_strip(const PanelContext& context, const Box& box);

  CanvasPanel canvas_;
  StripPanel strip_;
};

}  // namespace atelier::ui
