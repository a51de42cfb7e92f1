// SPDX-License-Identifier: MIT
// features/draw/actions.hpp: what a person can do to the drawing and to how it is prepared.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/action.hpp"
#include "app/describe.hpp"
#include "core/arrangement.hpp"
#include "core/class_names.hpp"
#include "core/flood_fill.hpp"
#include "core/preprocess.hpp"
#include "core/stroke.hpp"
#include "features/draw/state.hpp"

namespace atelier::app {

// ---- strokes ------------------------------------------------------------------------------------

// A stroke as it happens. Points are in the drawing square, 0..1, y down; pressure 0..1. Starting
// a stroke while a sample is shown edits a copy of that sample.
struct BeginStroke {
  core::StrokePoint point;
};
struct ExtendStroke {
  std::vector<core::StrokePoint> points;
};
struct EndStroke {};
// The stroke turned out to be none (a second finger came down): leaves no mark.
struct CancelStroke {};
void on(State& state, BeginStroke&& action, Ports& ports);
void on(State& state, ExtendStroke&& action, Ports& ports);
void on(State& state, EndStroke&& action, Ports& ports);
void on(State& state, CancelStroke&& action, Ports& ports);

// A whole stroke with its own tool, as scripts send it.
struct ApplyStroke {
  static constexpr std::string_view kType = "stroke";
  static constexpr std::string_view kWords =
      "draws: `x` and `y` over the drawing square, y down; a mouse's pressure is 0.5; a `line` "
      "goes "
      "from the first point to the last, a `polygon` has its corners there; 255 is the brightest "
      "cloth; `size` is the brush's diameter as a fraction of the square's side; of a fill, "
      "`tolerance` between grays, and `gap`, the openings in pixels of 560 that it closes";
  core::Stroke stroke;
};
template <typename Fields>
void describe(Fields& f, ApplyStroke& a) {
  describe(f, a.stroke);
}
[[nodiscard]] std::string flaw(const ApplyStroke& action);
[[nodiscard]] std::string obstacle(const State& state, const ApplyStroke& action);
void on(State& state, ApplyStroke&& action, Ports& ports);

// ---- all that is drawn --------------------------------------------------------------------------

// An empty drawing is what was asked for, whether or not there was something to clear.
struct ClearDrawing {
  static constexpr std::string_view kType = "clear";
  static constexpr std::string_view kWords = "nothing is drawn any more";
};
struct Undo {
  static constexpr std::string_view kType = "undo";
  static constexpr std::string_view kWords = "takes back what was done last";
};
struct Redo {
  static constexpr std::string_view kType = "redo";
  static constexpr std::string_view kWords = "does again what was taken back";
};
// core/retouch.hpp.
struct SoftenDrawing {
  static constexpr std::string_view kType = "soften";
  static constexpr std::string_view kWords = "all that is drawn, by a small blur";
};
struct InvertDrawing {
  static constexpr std::string_view kType = "invert";
  static constexpr std::string_view kWords = "black and white change places";
};
[[nodiscard]] std::string obstacle(const State& state, const Undo& action);
[[nodiscard]] std::string obstacle(const State& state, const Redo& action);
void on(State& state, ClearDrawing&& action, Ports& ports);
void on(State& state, Undo&& action, Ports& ports);
void on(State& state, Redo&& action, Ports& ports);
void on(State& state, SoftenDrawing&& action, Ports& ports);
void on(State& state, InvertDrawing&& action, Ports& ports);

// Moves, scales and turns all that is drawn; like a stroke it goes on until EndStroke or
// CancelStroke, and each one is told from how the drawing was when the first came.
struct ArrangeDrawing {
  core::Arrangement arrangement;
};
void on(State& state, ArrangeDrawing&& action, Ports& ports);

// The same at once, about the middle of what is drawn.
struct Arrange {
  static constexpr std::string_view kType = "arrange";
  static constexpr std::string_view kWords =
      "moves what is drawn by parts of the square, scales and turns it (degrees clockwise) about "
      "its "
      "middle";
  float dx{}, dy{};
  float scale = 1;
  float turn{};
};
template <typename Fields>
void describe(Fields& f, Arrange& a) {
  f.may_tuple("move", Parts{"x, y", {-1, 1}}, a.dx, a.dy);
  f.may("scale", a.scale, Range{0.05, 20});
  f.may("turn", a.turn, Range{-360, 360});
}
[[nodiscard]] std::string obstacle(const State& state, const Arrange& action);
void on(State& state, Arrange&& action, Ports& ports);

// ---- what is shown ------------------------------------------------------------------------------

// Copies test image `index` onto the canvas, to be drawn over.
struct EditSample {
  static constexpr std::string_view kType = "edit-sample";
  static constexpr std::string_view kWords = "puts a test image on the canvas, to draw over";
  std::uint32_t index{};
};
template <typename Fields>
void describe(Fields& f, EditSample& a) {
  f("index", a.index, kImageNumbers);
}
[[nodiscard]] std::string obstacle(const State& state, const EditSample& action);
void on(State& state, EditSample&& action, Ports& ports);

// Shows the drawing again after a sample or a photo has been looked at.
struct ShowDrawing {
  static constexpr std::string_view kType = "show-drawing";
  static constexpr std::string_view kWords = "what was drawn, once more";
};
void on(State& state, ShowDrawing&& action, Ports& ports);

// What the test images of a class have in common, under the drawing to be traced; no part of it.
struct SetTrace {
  static constexpr std::string_view kType = "trace";
  static constexpr std::string_view kWords =
      "a class's outline under the drawing and no part of it; `null`: none";
  std::optional<std::uint8_t> label;
};
template <typename Fields>
void describe(Fields& f, SetTrace& a) {
  f("label", a.label, kClassLabels);
}
[[nodiscard]] std::string obstacle(const State& state, const SetTrace& action);
void on(State& state, SetTrace&& action, Ports& ports);

// ---- tools --------------------------------------------------------------------------------------

struct SetTool {
  static constexpr std::string_view kType = "tool";
  static constexpr std::string_view kWords = "what the pointer draws with";
  core::Tool tool{};
};
template <typename Fields>
void describe(Fields& f, SetTool& a) {
  f("tool", a.tool);
}
struct SetToolMode {
  ToolMode mode{};
};
// Draws on with the gray that the canvas shows at x, y of the drawing square.
struct PickGray {
  float x{}, y{};
};
struct SetFillReach {
  static constexpr std::string_view kType = "fill-reach";
  static constexpr std::string_view kWords =
      "how far fills go: `tolerance` between grays, and `gap`, the openings that they close";
  core::FillReach reach;
};
template <typename Fields>
void describe(Fields& f, SetFillReach& a) {
  f("tolerance", a.reach.tolerance, Range{0, core::kGreatestTolerance});
  f("gap", a.reach.gap, Range{0, core::kGreatestGap});
}
struct SetGray {
  static constexpr std::string_view kType = "gray";
  static constexpr std::string_view kWords = "of the cloth that is drawn with";
  std::uint8_t gray{};
};
template <typename Fields>
void describe(Fields& f, SetGray& a) {
  f("gray", a.gray);
}
// Brush diameter as a fraction of the square's side.
struct SetBrushSize {
  static constexpr std::string_view kType = "brush-size";
  static constexpr std::string_view kWords = "as a fraction of the square's side";
  float size{};
};
template <typename Fields>
void describe(Fields& f, SetBrushSize& a) {
  f("size", a.size, kBrushSizes);
}
struct SetMirrored {
  static constexpr std::string_view kType = "mirror";
  static constexpr std::string_view kWords = "what is drawn is drawn on the other side as well";
  bool mirrored{};
};
template <typename Fields>
void describe(Fields& f, SetMirrored& a) {
  f("mirrored", a.mirrored);
}
void on(State& state, SetTool&& action, Ports& ports);
void on(State& state, SetToolMode&& action, Ports& ports);
void on(State& state, PickGray&& action, Ports& ports);
void on(State& state, SetFillReach&& action, Ports& ports);
void on(State& state, SetGray&& action, Ports& ports);
void on(State& state, SetBrushSize&& action, Ports& ports);
void on(State& state, SetMirrored&& action, Ports& ports);

// ---- steps of preprocessing ---------------------------------------------------------------------

// Leaves a step out, or puts it back: of the photo, while one is shown, or else of every drawing.
// Ignored for those that are no steps of it. No step: puts all back, and of a photo the settings
// are as by default, too.
struct SwitchStep {
  static constexpr std::string_view kType = "switch-step";
  static constexpr std::string_view kWords =
      "leaves a step of preprocessing out, or puts it back; drawings go through `filled`, "
      "`trimmed`, "
      "`scaled`, `centred` and `toned`, photos through all but `filled` and `toned`; `step: null` "
      "puts all back";
  std::optional<core::StepId> step;
  bool on{};
};
template <typename Fields>
void describe(Fields& f, SwitchStep& a) {
  f("step", a.step, Among{core::can_skip});
  f.with(a.step, "on", a.on);
}
[[nodiscard]] std::string obstacle(const State& state, const SwitchStep& action);
void on(State& state, SwitchStep&& action, Ports& ports);

// The steps are in sight, or no longer: only then is it worth asking what would be answered there.
struct ShowSteps {
  bool in_sight{};
};
void on(State& state, ShowSteps&& action, Ports& ports);

using DrawActions = ActionList<ApplyStroke, ClearDrawing, Undo, Redo, SoftenDrawing, InvertDrawing,
                               Arrange, EditSample, ShowDrawing, SetTrace, SwitchStep, SetTool,
                               SetGray, SetBrushSize, SetMirrored, SetFillReach>;

}  // namespace atelier::app
