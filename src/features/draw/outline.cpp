// SPDX-License-Identifier: MIT
#include "features/draw/outline.hpp"

#include "app/names.hpp"
#include "core/class_names.hpp"
#include "features/answer/words.hpp"
#include "features/draw/steps.hpp"
#include "features/photo/photo.hpp"

namespace atelier::app::draw {
namespace {

constexpr std::size_t kMostPointsBytes = 20'000;

struct ToolWords {
  core::Tool tool;
  const char* words;
};
constexpr std::array kTools = {
    ToolWords{core::Tool::kPolygon, "Shape with corners: its corners, filled"},
    ToolWords{core::Tool::kLine, "Line: from the first point to the last"},
    ToolWords{core::Tool::kBrush, "Brush: from point to point"},
    ToolWords{core::Tool::kFill, "Fill: from one point, up to its outline"},
    ToolWords{core::Tool::kEraser, "Eraser: from point to point"}};

void outline_stroke(Outline& out, const State& state) {
  const Tools& tools = state.tools;
  out.form("stroke", "Draw it",
           ActionText("stroke")
               .place("points")
               .place("tool")
               .place("gray")
               .place("size")
               .place("mirrored")
               .place("tolerance")
               .place("gap"),
           [&](Outline& form) {
             Node& choice = form.choice("stroke-tool", "With", name(core::Tool::kPolygon));
             for (const auto& [tool, words] : kTools) {
               choice.option(OutlineOption::of(words, name(tool)));
             }
             form.text("stroke-points", "Points: across and down, in percent of the square",
                       "30 20, 70 20, 80 80, 20 80", kMostPointsBytes)
                 .as_points();
             form.slider("stroke-gray", "Gray: 0 is black, 255 the brightest cloth", {0, 255, 1},
                         tools.gray);
             form.slider("stroke-size", "Brush, as a part of the square's side",
                         {0.015, 0.3, 0.005}, double{tools.brush_size});
             form.slider("stroke-tolerance", "Fill: how far a gray may differ",
                         {0, core::kGreatestTolerance, 1}, tools.reach.tolerance);
             form.slider("stroke-gap", "Fill: how wide a gap in an outline it closes",
                         {0, core::kGreatestGap, 1}, tools.reach.gap);
             form.toggle("stroke-mirrored", "Mirrored about the middle", tools.mirrored);
           });
}

void outline_arrange(Outline& out) {
  out.form("arrange", "Move it",
           ActionText("arrange").list("move", "$across", "$down").place("scale").place("turn"),
           [](Outline& form) {
             form.number("arrange-across", "Across, in sides of the square", {-1, 1, 0.01}, 0);
             form.number("arrange-down", "Down, in sides of the square", {-1, 1, 0.01}, 0);
             form.number("arrange-scale", "Scale", {0.05, 20, 0.05}, 1);
             form.number("arrange-turn", "Turn, in degrees clockwise", {-360, 360, 1}, 0);
           });
}

void outline_trace(Outline& out, const State& state) {
  const core::DatasetView& set = state.test_set.loader.view();
  if (set.count() == 0 || set.labels().empty()) return;
  Node& choice = out.choice("trace", "Trace what a class has in common", state.trace,
                            ActionText("trace").place("label"));
  choice.option(OutlineOption::of("None", nullptr));
  for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
    choice.option(OutlineOption::of(label_names(state)[label], label));
  }
}

}  // namespace

void outline(Outline& out, const State& state) {
  constexpr const char* kNothing = "Nothing is drawn";
  const bool photo = shows_photo(state);
  const bool empty = photo || state.input.source == InputSource::kNone || state.input.blank;
  out.heading("drawing", "The drawing");
  if (hides_drawing(state)) {
    out.button("show-drawing", "Back to the drawing", ActionText("show-drawing"));
  }
  out.button("undo", "Undo", ActionText("undo"))
      .unless(!can_undo(state), "There is nothing to undo");
  out.button("redo", "Redo", ActionText("redo"))
      .unless(!state.drawing.can_redo(), "There is nothing to redo");
  out.button("clear", "Clear", ActionText("clear")).unless(!can_undo(state), kNothing);
  out.button("soften", "Soften", ActionText("soften")).unless(empty, kNothing);
  out.button("invert", "Invert: bright cloth on black", ActionText("invert"))
      .unless(empty, kNothing);
  outline_trace(out, state);
  if (photo) return;
  out.fold("draw-fold", "Draw by numbers", [&](Outline& in) { outline_stroke(in, state); });
  out.fold("arrange-fold", "Move, turn, resize", [](Outline& in) { outline_arrange(in); });
}

void outline_steps(Outline& out, const State& state) {
  out.heading("steps-title", "From drawing or photo to 28 \xC3\x97 28 pixels");
  if (!shows_steps(state)) {
    out.line("steps-line", "Nothing is drawn, or a test image is shown as it is");
    return;
  }
  Node& table =
      out.table("steps", "The steps, and what the network would answer if it got the picture there",
                {"Step", "Why", "Answer"});
  for (std::size_t k = 0; k < state.steps.steps.size(); ++k) {
    const core::Step& step = state.steps.steps[k];
    const std::string title(step_title(step.id));
    const auto answer = step_answer(state, k, true);
    const auto toggle = [&](Outline& cell) {
      cell.toggle("step-" + std::string(name(step.id)), title, !step.skipped,
                  ActionText("switch-step").with("step", name(step.id)).place("on"));
    };
    table.row({core::can_skip(step.id) && can_switch_step(state, step.id) ? TableCell(toggle)
                                                                          : TableCell(title),
               step_words(state, step),
               answer ? answer_names(state)[static_cast<std::size_t>(answer->label)] + ", " +
                            percent(answer->probability)
                      : ""});
  }
  if (are_steps_changed(state)) {
    out.button("steps-reset", "All steps on", ActionText("switch-step").with("step", nullptr));
  }
}

}  // namespace atelier::app::draw
