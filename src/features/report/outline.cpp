// SPDX-License-Identifier: MIT
#include "features/report/outline.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/error_words.hpp"
#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/data/outline.hpp"
#include "features/models/outline.hpp"
#include "features/report/outline_sections.hpp"
#include "features/report/words.hpp"

namespace atelier::app::report {
namespace {

constexpr std::array kSections = {ReportSection::kOverview, ReportSection::kCalibration,
                                  ReportSection::kMistakes, ReportSection::kDuplicates,
                                  ReportSection::kCompare};

// Which evaluation is shown, and how far it is.
std::string line_words(const State& state) {
  const Evaluation* shown = shown_evaluation(state);
  if (shown == nullptr) return say("text.no-report");
  return state.report.running
             ? say("text.evaluating", {{"title", evaluation_title(*shown)},
                                       {"progress", evaluation_progress_words(*shown)}})
             : evaluation_words(*shown);
}

void outline_controls(Outline& out, const State& state) {
  const Report& report = state.report;
  if (report.running) {
    const auto count = static_cast<float>(std::max(report.running->answers.size(), std::size_t{1}));
    out.progress("report-progress", say("text.evaluating-short"),
                 static_cast<float>(report.running->metrics.count()) / count);
    out.button("text-evaluate", say("common.cancel"), ActionText("cancel-evaluation"));
    return;
  }
  const std::string progress = progress_words(state);
  const bool possible = state.test_set.complete() && current_model(state) != nullptr;
  const bool labelled = !state.test_set.complete() || state.test_set.has_labels();
  const auto why = !labelled          ? say("text.no-labels")
                   : progress.empty() ? say("text.no-model")
                                      : progress;
  out.button("text-evaluate", say("text.evaluate-all"), ActionText("evaluate"))
      .unless(!possible || !labelled, why);
  out.button("evaluate-ort",
             say("compare.evaluate-with", {{"engine", engine_title(EngineKind::kOrtWeb)}}),
             ActionText("evaluate").with("engine", name(EngineKind::kOrtWeb)))
      .unless(!possible || !labelled, why);
}

void outline_evaluations(Outline& out, const State& state) {
  const Report& report = state.report;
  const Evaluation* shown = shown_evaluation(state);
  if (report.running || report.done.size() < 2 || shown == nullptr) return;
  Node& choice = out.choice("show-evaluation", say("text.evaluation"), shown->token,
                            ActionText("show-evaluation").place("id"));
  for (const Evaluation& each : report.done) {
    choice.option(OutlineOption::of(evaluation_title(each), each.token));
  }
}

}  // namespace

void outline(Outline& out, const State& state) {
  const Report& report = state.report;
  out.title(say("report.title"));
  out.status("text-report-line", line_words(state));
  outline_controls(out, state);
  if (report.error) out.alert("report-error", error_words(report.error->code));
  models::outline(out, state);
  outline_evaluations(out, state);
  Node& sections = out.choice("report-section", say("text.section"), name(report.section),
                              ActionText("report-section").place("section"));
  for (const ReportSection each : kSections) {
    sections.option(OutlineOption::of(section_title(each), name(each)));
  }
  out.heading("report-section-title", section_title(report.section));
  if (report.section == ReportSection::kDuplicates) return outline_duplicates(out, state);
  const Evaluation* shown = shown_evaluation(state);
  if (shown == nullptr) {
    out.line("report-none", say("text.report-invitation"));
    return;
  }
  switch (report.section) {
    case ReportSection::kOverview:
      return outline_overview(out, state, *shown);
    case ReportSection::kCalibration:
      return outline_calibration(out, *shown);
    case ReportSection::kMistakes:
      return outline_mistakes(out, state, *shown);
    case ReportSection::kCompare:
      return outline_comparison(out, state, *shown);
    case ReportSection::kDuplicates:
      return;
  }
}

}  // namespace atelier::app::report
