// SPDX-License-Identifier: MIT
#include "features/report/panel/overview_panel.hpp"

#include <algorithm>
#include <string>

#include "app/say.hpp"
#include "features/answer/panel/class_scores_panel.hpp"
#include "features/answer/words.hpp"
#include "features/report/panel/accuracy_scale_panel.hpp"
#include "features/report/panel/export_row.hpp"
#include "kit/figures.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kMatrixWidth = 400;  // with the scores beside it
constexpr float kSideBySide = 760;   // least width for that

float draw_main_figures(const PanelContext& context, const core::Metrics& metrics, const Box& box) {
  const core::Interval interval = core::wilson_interval(metrics.correct(), metrics.count());
  const Figure accuracy = {
      app::say("report.accuracy"), app::exact_percent(metrics.accuracy()),
      app::say("report.interval", {{"low", app::decimals(100 * interval.low, 2)},
                                   {"high", app::decimals(100 * interval.high, 2)}})};
  const Figure others[] = {
      {app::say("report.top-two"), app::exact_percent(metrics.top2_accuracy()), ""},
      {app::say("report.macro-f1"), app::decimals(metrics.macro_f1(), 4), ""},
      {app::say("report.log-loss"), app::decimals(metrics.log_loss(), 4), app::say("report.nats")},
      {app::say("report.calibration-error"), app::decimals(metrics.calibration_error(), 4),
       app::say("report.bins")},
  };
  return draw_figures(context, accuracy, others, box);
}

}  // namespace

float OverviewPanel::draw_content(const PanelContext& context, const app::Evaluation& evaluation,
                                  Box box, bool pressable) {
  const float top = box.y;
  box.cut_top(draw_main_figures(context, evaluation.metrics, box));
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
    const float right = ClassScoresPanel::draw_content(context, evaluation, scores);
    box.cut_top(std::max(left, right) + kGap16);
    box.cut_top(ConfusionPanel::draw_images(context, evaluation, box, pressable));
  } else {
    box.cut_top(confusion_.draw_matrix(context, evaluation, box, pressable) + kGap12);
    box.cut_top(ConfusionPanel::draw_images(context, evaluation, box, pressable) + kGap16);
    box.cut_top(ClassScoresPanel::draw_content(context, evaluation, box));
  }
  box.cut_top(kGap24);
  box.cut_top(AccuracyScalePanel::draw_content(context, evaluation, box));
  if (!context.state.report.running) {
    box.cut_top(kGap24);
    box.cut_top(ExportRow::draw_content(context, evaluation, box, pressable));
  }
  return box.y - top;
}

}  // namespace atelier::ui
