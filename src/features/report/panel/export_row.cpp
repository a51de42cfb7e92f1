// SPDX-License-Identifier: MIT
#include "features/report/panel/export_row.hpp"

#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/report/actions.hpp"
#include "features/report/panel/confusion_picture.hpp"
#include "features/report/report.hpp"
#include "kit/chip_row.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

app::SavePicture matrix_of(const PanelContext& context, const app::Evaluation& evaluation) {
  const std::string caption =
      app::say("export.caption", {{"model", evaluation.model_id},
                                  {"accuracy", app::exact_percent(evaluation.metrics.accuracy())},
                                  {"count", evaluation.metrics.count()},
                                  {"engine", app::engine_title(evaluation.engine)}});
  return {app::report_file_name("confusion", evaluation, "png"),
          confusion_picture(context.theme, context.state, evaluation, caption)};
}

}  // namespace

float ExportRow::draw_content(const PanelContext& context, const app::Evaluation& evaluation,
                              Box box, bool pressable) {
  const Palette& colors = *context.theme.colors;
  const float top = box.y;
  draw_text(context.theme, box.cut_top(24), Style::kBodyStrong, colors.text,
            app::say("export.title"));
  draw_text(context.theme, box.cut_top(18), Style::kCaption, colors.muted,
            app::say("export.words"));
  box.cut_top(kGap8);
  ChipRow chips(context, box);
  const auto add = [&](const char* id, app::Key label) {
    return chips.add(id, app::say(label)) && pressable;
  };
  if (add("save csv", "export.csv")) {
    context.actions.push_back(app::SaveReport{app::ReportFormat::kCsv});
  }
  if (add("save json", "export.json")) {
    context.actions.push_back(app::SaveReport{app::ReportFormat::kJson});
  }
  if (add("save png", "export.png")) context.actions.push_back(matrix_of(context, evaluation));
  return box.y - top + chips.height() + kGap8;
}

}  // namespace atelier::ui
