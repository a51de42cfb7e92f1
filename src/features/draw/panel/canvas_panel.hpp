// SPDX-License-Identifier: MIT
// features/draw/panel/canvas_panel.hpp: the drawing square. Strokes are taken from the pointer
// trail, sample by sample and between frames; a shown sample can be drawn over like any drawing,
// and of a photo a part is chosen. Two fingers never draw: they magnify the sheet, or arrange what
// is drawn while that is the tool. Once a pen has drawn, a finger does not either.
#pragma once

#include <vector>

#include "app/action.hpp"
#include "features/draw/panel/arrange_tool.hpp"
#include "features/draw/panel/canvas_view.hpp"
#include "features/draw/panel/polygon_tool.hpp"
#include "features/draw/panel/sample_view.hpp"
#include "features/draw/panel/trace_view.hpp"
#include "features/photo/panel/photo_view.hpp"
#include "kit/box.hpp"
#include "kit/image_view.hpp"
#include "kit/panel_context.hpp"
#include "kit/pointer_trail.hpp"

namespace atelier::ui {

class CanvasPanel {
 public:
  // `square` has equal sides.
  void draw_content(const PanelContext& context, const Box& square);

  // What the trail means for the square as it was drawn last. May be called at any time, so that
  // neither the drawing nor the network's answer to it waits for a frame.
  void take_strokes(const app::State& state, PointerTrail trail, app::Actions& actions);

  // Keys that mean something to what is going on here. True if one was taken.
  bool take_keys(const PanelContext& context);

  [[nodiscard]] bool wants_pinch(ImVec2 at) const { return square_.contains(at); }

  // The drawing as it was shown last; empty before that.
  [[nodiscard]] const ImageView& drawing() const { return drawing_; }

  // The square is not on the page: what was going on there is over, though the pointer was not seen
  // to go up.
  void leave();

 private:
  // What the pointer that is down does, from its first sample to its last.
  enum class Gesture { kNone, kStroke, kPick, kPan, kPolygon, kArrange, kCrop };

  void begin(const app::State& state, const PointerSample& sample, app::Actions& actions);
  void go_on(const app::State& state, const PointerSample& sample, app::Actions& actions);
  void flush(app::Actions& actions);
  [[nodiscard]] core::StrokePoint point_of(const PointerSample& sample) const;
  [[nodiscard]] Gesture gesture_for(const app::State& state, const PointerSample& sample);

  void draw_sheet(const PanelContext& context, const Box& square);
  void draw_cursor(const PanelContext& context) const;
  void scroll(const Box& square);
  bool is_on_chip(ImVec2 at) const;

  ImageView drawing_{Sampling::kSmooth};
  SampleView sample_;
  PhotoView photo_;
  TraceView trace_;
  CanvasView view_;
  ArrangeTool arrange_;
  PolygonTool polygon_;
  Box square_;      // in the last frame that it was drawn in; empty before the first
  Box sheet_;       // of all that can be drawn on, likewise; larger while it is magnified
  core::Rect ink_;  // what is not black in the drawing, and a pixel around it
  Gesture gesture_ = Gesture::kNone;
  std::vector<core::StrokePoint> points_;    // of the stroke, that have not been emitted
  bool straight_ = false;                    // the stroke is a line
  core::StrokePoint start_;                  // of it
  ImVec2 last_;                              // where the pointer was, while it pans
  bool pen_draws_ = false;                   // so fingers do not
  bool finger_refused_ = false;              // which has been tried
  Box fit_chip_, finger_chip_, whole_chip_;  // empty while they are not there
};

}  // namespace atelier::ui
