// SPDX-License-Identifier: MIT
// features/draw/panel/arrange_tool.hpp: moves, scales and turns the drawing by hand: a drag moves
// it, a corner of its frame scales it, the round handle turns it, two fingers do all three, arrow
// keys nudge it. Each gesture is one step of the history.
#pragma once

#include "app/action.hpp"
#include "app/state.hpp"
#include "kit/box.hpp"
#include "kit/panel_context.hpp"
#include "kit/pointer_trail.hpp"

namespace atelier::ui {

class ArrangeTool {
 public:
  // `sheet`: where all of the drawing square lies on the page.
  void take(const PointerSample& sample, const Box& sheet, const app::State& state,
            app::Actions& actions);
  // True if a key was taken.
  bool take_keys(const PanelContext& context);
  // The frame with its handles; `square` is what of the sheet is seen.
  void draw(const PanelContext& context, const Box& sheet, const Box& square);
  // The pointer is not on the canvas any more, and nobody waits for the end of a gesture.
  void leave() { grip_ = Grip::kNone; }

 private:
  enum class Grip { kNone, kMove, kScale, kTurn, kFingers, kKeys };
  struct Handles {
    ImVec2 corners[4];
    ImVec2 turn;
  };

  void begin(Grip grip, const app::DrawnBox& box, app::Actions& actions);
  void emit(app::Actions& actions) const;
  void end(app::Actions& actions);
  [[nodiscard]] core::Arrangement dragged_to(ImVec2 point, bool stepwise) const;
  [[nodiscard]] static Handles handles(const app::DrawnBox& box, const core::Arrangement& by,
                                       const Box& sheet, const Box& square);

  Grip grip_ = Grip::kNone;
  app::DrawnBox box_;       // when the gesture began, in 0..1 of the sheet
  ImVec2 start_;            // where it began
  ImVec2 fixed_;            // what a corner is dragged from, or the middle
  core::Arrangement done_;  // in this gesture
  Box square_;              // what of the sheet was seen last
};

}  // namespace atelier::ui
