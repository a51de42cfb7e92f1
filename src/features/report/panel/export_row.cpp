// SPDX-License-Identifier: MIT
#include "features/report/panel/export_row.hpp"

#include "features/answer/words.hpp"
#include "features/report/actions.hpp"
#include "features/report/panel/confusion_picture.hpp"
#include "features/report/report.hpp"
#include "kit/chip_row.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

app::SavePicture matrix_of(const PanelContext& context, const app::Evaluation& evaluation) {
  const std::string caption = evaluation.model_id + ", " +
                              app::exact_percent(evaluation.metrics.accuracy()) + " of " +
                              app::grouped(evaluation.metrics.count()) + " images right, by " +
                              app::engine_title(evaluation.engine);
  return {app::report_file_name("confusion", evaluation, "png"),
          confusion_picture(context.theme, context.state, evaluation, caption)};
}

}  // namespace

float ExportRow::draw_content(const PanelContext& context, const app::Evaluation& evaluation,
                              Box box, bool pressable) {
  const Palette& colors = *context.theme.colors;
  const float top = box.y;
  draw_text(context.theme, box.cut_top(24), Style::kBodyStrong, colors.text, "Take it with you");
  draw_text(context.theme, box.cut_top(18), Style::kCaption, colors.muted,
            "Files for a spreadsheet, for programs, for a page");
  box.cut_top(kGap8);
  ChipRow chips(context, box);
  const auto add = [&](const char* label) { return chips.add(label, label) && pressable; };
  if (add("Answers, CSV")) context.actions.push_back(app::SaveReport{app::ReportFormat::kCsv});
  if (add("Report, JSON")) context.actions.push_back(app::SaveReport{app::ReportFormat::kJson});
  if (add("Matrix, PNG")) context.actions.push_back(matrix_of(context, evaluation));
  return box.y - top + chips.height() + kGap8;
}

}  // namespace atelier::ui
