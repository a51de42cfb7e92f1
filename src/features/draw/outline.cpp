// SPDX-License-Identifier: MIT
#include "features/draw/outline.hpp"

#include "app/say.hpp"
#include "core/class_names.hpp"
#include "features/answer/words.hpp"
#include "features/draw/steps.hpp"
#include "features/photo/photo.hpp"

namespace atelier::app::draw {
namespace {

constexpr std::size_t kMostPointsBytes = 20'000;

struct ToolWords {
  core::Tool tool;
  Key words;
};
constexpr std::array kTools = {ToolWords{core::Tool::kPolygon, "text.tool-polygon"},
                               ToolWords{core::Tool::kLine, "text.tool-line"},
                               ToolWords{core::Tool::kBrush, "text.tool-brush"},
                               ToolWords{core::Tool::kFill, "text.tool-fill"},
                               ToolWords{core::Tool::kEraser, "text.tool-eraser"}};

// The tools are those of the drawn view; a stroke is made with them as they are.
void outline_stroke(Outline& out, const State& state) {
  const Tools& tools = state.tools;
  Node& choice =
      out.choice("tool", say("text.with"), name(tools.tool), ActionText("tool").place("tool"));
  for (const auto& [tool, words] : kTools) {
    choice.option(OutlineOption::of(say(words), name(tool)));
  }
  out.slider("gray", say("text.gray"), {0, 255, 1}, tools.gray, ActionText("gray").place("gray"))
      .says(std::to_string(tools.gray));
  if (tools.tool == core::Tool::kFill) {
    const core::FillReach& reach = tools.reach;
    out.slider("tolerance", say("tools.tolerance"), {0, core::kGreatestTolerance, 1},
               reach.tolerance, ActionText("fill-reach").place("tolerance").with("gap", reach.gap))
        .says(std::to_string(reach.tolerance));
    out.slider("gap", say("tools.gap"), {0, core::kGreatestGap, 1}, reach.gap,
               ActionText("fill-reach").with("tolerance", reach.tolerance).place("gap"))
        .says(std::to_string(reach.gap));
  } else {
    out.slider("brush-size", say("text.brush-size"), {kBrushSizes.least, kBrushSizes.most, 0.005},
               double{tools.brush_size}, ActionText("brush-size").place("size"))
        .says(decimals(double{tools.brush_size}, 3));
  }
  out.toggle("mirror", say("text.mirrored"), tools.mirrored,
             ActionText("mirror").place("mirrored"));
  out.form("stroke", say("text.draw-it"),
           ActionText("stroke")
               .field("points")
               .with("tool", name(tools.tool))
               .with("gray", tools.gray)
               .with("size", tools.brush_size)
               .with("mirrored", tools.mirrored)
               .with("tolerance", tools.reach.tolerance)
               .with("gap", tools.reach.gap),
           [](Outline& form) {
             form.text("stroke-points", say("text.points"), "30 20, 70 20, 80 80, 20 80",
                       kMostPointsBytes)
                 .as_points();
           });
}

void outline_arrange(Outline& out) {
  out.form("arrange", say("text.move-it"),
           ActionText("arrange").list("move", "$across", "$down").field("scale").field("turn"),
           [](Outline& form) {
             form.number("arrange-across", say("text.across"), {-1, 1, 0.01}, 0);
             form.number("arrange-down", say("text.down"), {-1, 1, 0.01}, 0);
             form.number("arrange-scale", say("stress.scale"), {0.05, 20, 0.05}, 1);
             form.number("arrange-turn", say("text.turn"), {-360, 360, 1}, 0);
           });
}

void outline_trace(Outline& out, const State& state) {
  const core::DatasetView& set = state.test_set.loader.view();
  if (set.count() == 0 || set.labels().empty()) return;
  Node& choice =
      out.choice("trace", say("text.trace"), state.trace, ActionText("trace").place("label"));
  choice.option(OutlineOption::of(say("trace.none"), nullptr));
  for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
    choice.option(OutlineOption::of(label_names(state)[label], label));
  }
}

}  // namespace

void outline(Outline& out, const State& state) {
  const std::string nothing = say("text.nothing-drawn");
  const bool photo = shows_photo(state);
  const bool empty = photo || state.input.source == InputSource::kNone || state.input.blank;
  out.heading("drawing", say("text.the-drawing"));
  if (hides_drawing(state)) {
    out.button("show-drawing", say("text.back-to-drawing"), ActionText("show-drawing"));
  }
  out.button("undo", say("tool.undo"), ActionText("undo"))
      .unless(!can_undo(state), say("text.no-undo"));
  out.button("redo", say("tool.redo"), ActionText("redo"))
      .unless(!state.drawing.can_redo(), say("text.no-redo"));
  out.button("clear", say("tool.clear"), ActionText("clear")).unless(!can_undo(state), nothing);
  out.button("soften", say("tool.soften"), ActionText("soften")).unless(empty, nothing);
  out.button("invert", say("tool.invert"), ActionText("invert")).unless(empty, nothing);
  outline_trace(out, state);
  if (photo) return;
  out.fold("draw-fold", say("text.draw-by-numbers"),
           [&](Outline& in) { outline_stroke(in, state); });
  out.fold("arrange-fold", say("tool.arrange"), [](Outline& in) { outline_arrange(in); });
}

void outline_steps(Outline& out, const State& state) {
  out.heading("steps-title", say("text.steps"));
  if (!shows_steps(state)) {
    out.line("steps-line", say("text.no-steps"));
    return;
  }
  Node& table = out.table("steps", say("text.steps-caption"),
                          {say("text.step"), say("text.why"), say("text.answer")});
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
               answer ? say("text.named",
                            {{"name", answer_names(state)[static_cast<std::size_t>(answer->label)]},
                             {"share", percent(answer->probability)}})
                      : std::string()});
  }
  if (are_steps_changed(state)) {
    out.button("steps-reset", say("text.all-steps"),
               ActionText("switch-step").with("step", nullptr));
  }
}

}  // namespace atelier::app::draw
