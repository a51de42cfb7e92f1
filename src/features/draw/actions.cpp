// SPDX-License-Identifier: MIT
#include "features/draw/actions.hpp"

#include <string>
#include <utility>

#include "app/state.hpp"
#include "features/answer/classification.hpp"
#include "features/draw/state.hpp"
#include "features/draw/steps.hpp"
#include "features/photo/photo.hpp"

namespace atelier::app {
namespace {

void edit_sample(State& state, std::uint32_t index) {
  if (index >= state.test_set.loader.view().count()) return;
  state.drawing.start_from_sample(index, state.test_set.loader.view().image(index));
  show_drawing(state);
}

// Whoever draws on a shown sample edits a copy of it.
void draw_over_shown_sample(State& state) {
  if (shows_sample(state)) edit_sample(state, *state.input.index);
}

// A sample that is shown is not prepared; the drawing behind it will be when it is shown again.
void prepare_anew(State& state) {
  if (state.input.source == InputSource::kDrawing) show_drawing(state);
  if (shows_photo(state)) show_photo(state);
}

std::optional<core::Arrangement> arrangement_of(const State& state, const Arrange& action) {
  const auto ink = drawn_box(state);
  if (!ink) return std::nullopt;
  constexpr float kRadians = 3.14159265F / 180;
  const auto arrangement =
      core::Arrangement::about(ink->x + ink->width / 2, ink->y + ink->height / 2, action.scale,
                               action.turn * kRadians, action.dx, action.dy);
  if (!core::is_valid(arrangement)) return std::nullopt;
  return arrangement;
}

}  // namespace

void on(State& state, BeginStroke&& action, Ports&) {
  draw_over_shown_sample(state);
  const Tools& tools = state.tools;
  state.drawing.begin_stroke(
      {tools.tool, tools.gray, tools.brush_size, tools.mirrored, {action.point}, tools.reach});
  show_drawing(state);
}

void on(State& state, ExtendStroke&& action, Ports&) {
  state.drawing.extend_stroke(action.points);
  show_drawing(state);
}

void on(State& state, EndStroke&&, Ports&) { state.drawing.end_stroke(); }

void on(State& state, CancelStroke&&, Ports&) {
  state.drawing.cancel_stroke();
  show_drawing(state);
}

std::string flaw(const ApplyStroke& action) {
  constexpr std::size_t kCorners = 3;
  const std::size_t count = action.stroke.points.size();
  if (action.stroke.tool != core::Tool::kPolygon || count >= kCorners) return {};
  return "'points' is a list of [x, y, pressure], each from 0 to 1, at least 3 of them, not " +
         std::to_string(count);
}

std::string obstacle(const State&, const ApplyStroke& action) {
  return core::validate(action.stroke) ? "" : "this stroke cannot be drawn";
}

void on(State& state, ApplyStroke&& action, Ports&) {
  draw_over_shown_sample(state);
  state.drawing.apply(std::move(action.stroke));
  show_drawing(state);
}

void on(State& state, ClearDrawing&&, Ports&) {
  state.drawing.clear();
  show_drawing(state);
}

std::string obstacle(const State& state, const Undo&) {
  return can_undo(state) ? "" : "there is nothing to undo";
}

void on(State& state, Undo&&, Ports&) {
  // What is on the canvas in its place is taken off first: nobody sees the drawing under it change.
  if (hides_drawing(state) || state.drawing.undo()) show_drawing(state);
}

std::string obstacle(const State& state, const Redo&) {
  return state.drawing.can_redo() ? "" : "there is nothing to redo";
}

void on(State& state, Redo&&, Ports&) {
  if (state.drawing.redo()) show_drawing(state);
}

void on(State& state, SoftenDrawing&&, Ports&) {
  draw_over_shown_sample(state);
  state.drawing.soften();
  show_drawing(state);
}

void on(State& state, InvertDrawing&&, Ports&) {
  draw_over_shown_sample(state);
  state.drawing.invert();
  show_drawing(state);
}

void on(State& state, ArrangeDrawing&& action, Ports&) {
  draw_over_shown_sample(state);
  state.drawing.arrange(action.arrangement);
  show_drawing(state);
}

std::string obstacle(const State& state, const Arrange& action) {
  return arrangement_of(state, action) ? "" : "nothing is drawn";
}

void on(State& state, Arrange&& action, Ports& ports) {
  const auto arrangement = arrangement_of(state, action);
  if (!arrangement) return;
  on(state, ArrangeDrawing{*arrangement}, ports);
  on(state, EndStroke{}, ports);
}

std::string obstacle(const State& state, const EditSample& action) {
  return missing_image(state, action.index);
}

void on(State& state, EditSample&& action, Ports&) { edit_sample(state, action.index); }

void on(State& state, ShowDrawing&&, Ports&) { show_drawing(state); }

std::string obstacle(const State& state, const SetTrace& action) {
  if (!action.label || state.test_set.loader.view().class_counts()[*action.label] > 0) return {};
  return "no test image of class " + std::to_string(*action.label) + " has arrived";
}

void on(State& state, SetTrace&& action, Ports&) { state.trace = action.label; }

void on(State& state, SetTool&& action, Ports&) {
  state.tools.tool = action.tool;
  state.tools.mode = ToolMode::kDraw;
}

void on(State& state, SetToolMode&& action, Ports&) { state.tools.mode = action.mode; }

void on(State& state, PickGray&& action, Ports&) {
  if (const auto gray = shown_gray(state, action.x, action.y)) state.tools.gray = *gray;
  // Whoever takes a gray wants to paint with it.
  if (state.tools.tool == core::Tool::kEraser) state.tools.tool = core::Tool::kBrush;
}

void on(State& state, SetFillReach&& action, Ports&) { state.tools.reach = action.reach; }
void on(State& state, SetGray&& action, Ports&) { state.tools.gray = action.gray; }
void on(State& state, SetBrushSize&& action, Ports&) { state.tools.brush_size = action.size; }
void on(State& state, SetMirrored&& action, Ports&) { state.tools.mirrored = action.mirrored; }

std::string obstacle(const State& state, const SwitchStep& action) {
  if (!action.step || can_switch_step(state, *action.step)) return {};
  return "what is shown does not go through the step '" + std::string(name(*action.step)) + "'";
}

void on(State& state, SwitchStep&& action, Ports&) {
  if (action.step) {
    switch_step(state, *action.step, action.on);
  } else {
    reset_steps(state);
  }
  prepare_anew(state);
}

void on(State& state, ShowSteps&& action, Ports&) { state.step_answers.in_sight = action.in_sight; }

}  // namespace atelier::app
