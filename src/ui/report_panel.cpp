// SPDX-License-Identifier: MIT
#include "ui/report_panel.hpp"

#include <algorithm>
#include <string>

#include "app/wording.hpp"
#include "ui/class_scores_panel.hpp"

namespace atelier::ui {
namespace {

constexpr float kMatrixWidth = 400;  // with the scores beside it
constexpr float kSideBySide = 760;   // least width for that

// The chips that begin and end an evaluation, from the right end of `box`; takes them off it.
void draw_controls(const PanelContext& context, Box& box) {
  const app::State& state = context.state;
  const auto add = [&](const char* label, bool strong) {
    const Box at = box.cut_right(chip_width(context.theme, label));
    box.cut_right(kGap8);
    const Box middle{at.x, at.center().y - kChipHeight / 2, at.width, kChipHeight};
    return chip(context.theme, label, middle, label, strong);
  };
  if (state.report.running) {
    if (add("Cancel", false)) context.actions.push_back(app::CancelEvaluation{});
    return;
  }
  if (!state.test_set.complete() || app::current_model(state) == nullptr) return;
  const bool again = app::shown_evaluation(state) != nullptr;
  if (!context.phone && add("With ONNX Runtime", false)) {
    context.actions.push_back(app::Evaluate{app::EngineKind::kOrtWeb});
  }
  if (add(again ? "Evaluate again" : "Evaluate", !again)) {
    context.actions.push_back(app::Evaluate{app::EngineKind::kAtelierNn});
  }
}

struct Figure {
  const char* name;
  std::string value;
  std::string note;
};

void draw_figure(const PanelContext& context, Box box, const Figure& figure, Style style) {
  const Palette& colors = *context.theme.colors;
  draw_text(context.theme, box.cut_top(18), Style::kCaption, colors.muted, figure.name);
  draw_text(context.theme, box.cut_top(34), style, colors.text, figure.value);
  draw_text(context.theme, box.cut_top(18), Style::kCaption, colors.muted, figure.note);
}

float draw_figures(const PanelContext& context, const core::Metrics& metrics, Box box) {
  const core::Interval interval = core::wilson_interval(metrics.correct(), metrics.count());
  const Figure accuracy = {"Accuracy", app::exact_percent(metrics.accuracy()),
                           "95 % interval " + app::decimals(100 * interval.low, 2) + " to " +
                               app::decimals(100 * interval.high, 2)};
  const Figure others[] = {
      {"Top two", app::exact_percent(metrics.top2_accuracy()), ""},
      {"Macro F1", app::decimals(metrics.macro_f1(), 4), ""},
      {"Log loss", app::decimals(metrics.log_loss(), 4), "nats"},
      {"Calibration error", app::decimals(metrics.calibration_error(), 4), "15 bins"},
  };
  const float top = box.y;
  if (context.phone) draw_figure(context, box.cut_top(72), accuracy, Style::kAnswer);
  Box row = box.cut_top(72);
  if (!context.phone) draw_figure(context, row.cut_left(200), accuracy, Style::kAnswer);
  const float width = row.width / (context.phone ? 2 : 4);
  for (const Figure& figure : others) {
    if (row.width < 1) row = box.cut_top(72);
    draw_figure(context, row.cut_left(width), figure,
                context.phone ? Style::kBodyStrong : Style::kTitle);
  }
  return box.y - top;
}

float draw_progress(const PanelContext& context, const app::Evaluation& evaluation, Box box) {
  const auto done = static_cast<float>(evaluation.metrics.count());
  const auto count = static_cast<float>(evaluation.answers.size());
  const float top = box.y;
  bar(context.theme, box.cut_top(10), done / std::max(count, 1.0F), context.theme.colors->accent);
  box.cut_top(kGap4);
  draw_text(context.theme, box.cut_top(20), Style::kSmall, context.theme.colors->muted,
            app::evaluation_progress_words(evaluation));
  return box.y - top;
}

}  // namespace

float ReportPanel::draw_report(const PanelContext& context, const app::Evaluation& evaluation,
                               Box box) {
  const float top = box.y;
  const bool pressable = !touch_scroll_.dragged();
  if (context.state.report.running) box.cut_top(draw_progress(context, evaluation, box) + kGap12);
  box.cut_top(draw_figures(context, evaluation.metrics, box));
  if (!context.state.report.running) {
    box.cut_top(draw_paragraph(context.theme, box, Style::kSmall, context.theme.colors->muted,
                               app::evaluation_words(evaluation)));
  }
  box.cut_top(kGap16);
  if (box.width >= kSideBySide) {
    Box scores = box;
    const Box matrix = scores.cut_left(kMatrixWidth);
    scores.cut_left(kGap20);
    const float left = confusion_.draw_matrix(context, evaluation, matrix, pressable);
    const float right = ClassScoresPanel::draw_content(context, evaluation.metrics, scores);
    box.cut_top(std::max(left, right) + kGap16);
    box.cut_top(ConfusionPanel::draw_images(context, evaluation, box, pressable));
  } else {
    box.cut_top(confusion_.draw_matrix(context, evaluation, box, pressable) + kGap12);
    box.cut_top(ConfusionPanel::draw_images(context, evaluation, box, pressable) + kGap16);
    box.cut_top(ClassScoresPanel::draw_content(context, evaluation.metrics, box));
  }
  return box.y - top;
}

void ReportPanel::draw_content(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  const app::State& state = context.state;
  box = box.inset(context.phone ? kGap16 : kGap28, 0);
  box.cut_top(context.phone ? kGap8 : kGap20);
  Box title = box.cut_top(kTarget);
  draw_controls(context, title);
  draw_text(context.theme, title, context.phone ? Style::kBodyStrong : Style::kTitle, colors.text,
            "Report");
  box.cut_top(kGap8);
  const app::Evaluation* evaluation = app::shown_evaluation(state);
  if (state.report.error) {
    const std::string sentence(core::sentence(state.report.error->code));
    box.cut_top(draw_paragraph(context.theme, box, Style::kSmall, colors.accent, sentence));
    box.cut_top(kGap8);
  }
  if (evaluation == nullptr) {
    const std::string progress = app::progress_words(state);
    empty_state(
        context.theme, box, "How good is it?",
        progress.empty() ? "Evaluate: the network answers all 10,000 test images" : progress);
    return;
  }
  ImGui::SetCursorScreenPos(box.min());
  ImGui::BeginChild("report", {box.width, box.height}, ImGuiChildFlags_None,
                    context.phone ? ImGuiWindowFlags_NoScrollbar : ImGuiWindowFlags_None);
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float scroll_bar = context.phone ? 0 : kGap16;
  const float height =
      draw_report(context, *evaluation, {origin.x, origin.y, box.width - scroll_bar, 10'000});
  ImGui::SetCursorScreenPos({origin.x, origin.y + height});
  ImGui::Dummy({1, kGap28});  // tells the window how far it scrolls
  if (touch_scroll_.update(context.theme)) context.moving = true;
  ImGui::EndChild();
}

}  // namespace atelier::ui
