// SPDX-License-Identifier: MIT
#include "features/report/panel/report_panel.hpp"

#include <algorithm>
#include <string>

#include "app/error_words.hpp"
#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/report/actions.hpp"
#include "features/report/panel/comparison_panel.hpp"
#include "features/report/words.hpp"
#include "kit/chip_row.hpp"

namespace atelier::ui {
namespace {

// The chips that begin and end an evaluation, from the right end of `box`; takes them off it.
void draw_controls(const PanelContext& context, Box& box) {
  const app::State& state = context.state;
  const auto add = [&](const char* id, const std::string& label, bool strong) {
    return chip_at_right(context.theme, id, box, label, strong);
  };
  if (state.report.running) {
    if (add("cancel evaluation", app::say("common.cancel"), false)) {
      context.actions.push_back(app::CancelEvaluation{});
    }
    return;
  }
  if (!state.test_set.complete() || app::current_model(state) == nullptr) return;
  const bool again = app::shown_evaluation(state) != nullptr;
  if (!context.phone && add("with ort", app::say("evaluation.with-ort"), false)) {
    context.actions.push_back(app::Evaluate{app::EngineKind::kOrtWeb});
  }
  if (add("evaluate", again ? app::say("evaluation.again") : app::say("evaluation.start"),
          !again)) {
    context.actions.push_back(app::Evaluate{app::EngineKind::kAtelierNn});
  }
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

// Which of the finished evaluations is shown, where there is a choice.
float draw_evaluations(const PanelContext& context, const app::Evaluation& shown, Box box,
                       bool pressable) {
  const app::Report& report = context.state.report;
  if (report.running || report.done.size() < 2) return 0;
  ChipRow chips(context, box);
  for (const app::Evaluation& each : report.done) {
    ImGui::PushID(static_cast<int>(each.token));
    if (chips.add("evaluation", app::evaluation_title(each), each.token == shown.token) &&
        pressable) {
      context.actions.push_back(app::ShowEvaluation{each.token});
    }
    ImGui::PopID();
  }
  return chips.height() + kGap16;
}

float draw_sections(const PanelContext& context, const Box& box) {
  ChipRow chips(context, box);
  for (const app::ReportSection section :
       {app::ReportSection::kOverview, app::ReportSection::kCalibration,
        app::ReportSection::kMistakes, app::ReportSection::kDuplicates,
        app::ReportSection::kCompare}) {
    ImGui::PushID(static_cast<int>(section));
    if (chips.add("section", app::section_title(section),
                  context.state.report.section == section)) {
      context.actions.push_back(app::ShowReportSection{section});
    }
    ImGui::PopID();
  }
  return chips.height();
}

}  // namespace

float ReportPanel::draw_section(const PanelContext& context, Box box) {
  const float top = box.y;
  const bool pressable = !touch_scroll_.dragged();
  const app::Report& report = context.state.report;
  if (report.section == app::ReportSection::kDuplicates) {
    return duplicates_.draw_content(context, box, pressable);
  }
  const app::Evaluation& evaluation = *app::shown_evaluation(context.state);
  if (report.running) box.cut_top(draw_progress(context, evaluation, box) + kGap12);
  box.cut_top(draw_evaluations(context, evaluation, box, pressable));
  switch (report.section) {
    case app::ReportSection::kOverview:
      box.cut_top(overview_.draw_content(context, evaluation, box, pressable));
      break;
    case app::ReportSection::kCalibration:
      box.cut_top(calibration_.draw_content(context, evaluation, box, pressable));
      break;
    case app::ReportSection::kMistakes:
      box.cut_top(mistakes_.draw_content(context, evaluation, box, pressable));
      break;
    case app::ReportSection::kCompare:
      box.cut_top(ComparisonPanel::draw_content(context, evaluation, box, pressable));
      break;
    case app::ReportSection::kDuplicates:
      break;
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
            app::say("report.title"));
  box.cut_top(kGap8);
  box.cut_top(draw_sections(context, box));
  box.cut_top(kGap16);
  if (state.report.error) {
    const std::string sentence = app::error_words(state.report.error->code);
    box.cut_top(draw_paragraph(context.theme, box, Style::kSmall, colors.accent, sentence));
    box.cut_top(kGap8);
  }
  const bool needs_evaluation = state.report.section != app::ReportSection::kDuplicates;
  if (needs_evaluation && app::shown_evaluation(state) == nullptr) {
    const std::string progress = app::progress_words(state);
    empty_state(context.theme, box, app::say("report.question"),
                progress.empty() ? app::say("report.invitation") : progress);
    return;
  }
  ImGui::SetCursorScreenPos(box.min());
  ImGui::BeginChild("report", {box.width, box.height}, ImGuiChildFlags_None,
                    context.phone ? ImGuiWindowFlags_NoScrollbar : ImGuiWindowFlags_None);
  if (section_ != state.report.section) {
    section_ = state.report.section;
    ImGui::SetScrollY(0);
  }
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float scroll_bar = context.phone ? 0 : kGap16;
  const float height = draw_section(context, {origin.x, origin.y, box.width - scroll_bar, 100'000});
  ImGui::SetCursorScreenPos({origin.x, origin.y + height});
  ImGui::Dummy({1, kGap28});  // tells the window how far it scrolls
  if (touch_scroll_.update(context.theme)) context.moving = true;
  ImGui::EndChild();
}

}  // namespace atelier::ui
