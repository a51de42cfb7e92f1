// SPDX-License-Identifier: MIT
#include "features/report/views.hpp"

#include <algorithm>
#include <functional>

#include "core/risk_coverage.hpp"
#include "features/report/actions.hpp"

namespace atelier::app {
namespace {

// A mistake as sure as this may well be the label's.
constexpr float kDoubtfulFrom = 0.9F;

using Measure = std::function<float(std::uint32_t)>;

void sort_greatest_first(std::vector<std::uint32_t>& images, const Measure& measure) {
  std::stable_sort(images.begin(), images.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return measure(a) > measure(b); });
}

void refresh_cell(State& state) {
  Report& report = state.report;
  report.cell_images.clear();
  const Evaluation* evaluation = shown_evaluation(state);
  if (!report.cell || evaluation == nullptr) return;
  const core::DatasetView& set = state.test_set.loader.view();
  const auto& answers = evaluation->answers;
  for (std::uint32_t index = 0; index < answers.size(); ++index) {
    const bool in_cell = answers[index].confidence > 0 &&
                         answers[index].label == report.cell->answer &&
                         set.label(index) == report.cell->label;
    if (in_cell) report.cell_images.push_back(index);
  }
  sort_greatest_first(report.cell_images, [&](auto index) { return answers[index].confidence; });
}

void refresh_mistakes(State& state) {
  Report& report = state.report;
  report.mistakes.clear();
  report.doubtful.clear();
  const Evaluation* evaluation = shown_evaluation(state);
  if (report.running || evaluation == nullptr) return;
  const auto& answers = evaluation->answers;
  for (std::uint32_t index = 0; index < answers.size(); ++index) {
    if (answers[index].label == state.test_set.loader.view().label(index)) continue;
    report.mistakes.push_back(index);
    const bool sure = answers[index].verdict == core::Verdict::kAnswer &&
                      answers[index].confidence >= kDoubtfulFrom;
    if (sure) report.doubtful.push_back(index);
  }
  sort_greatest_first(report.mistakes, [&](auto index) { return answers[index].loss; });
  sort_greatest_first(report.doubtful, [&](auto index) { return answers[index].confidence; });
}

// What the one shown is compared with: the visitor's choice, or the newest of the others.
const Evaluation* counterpart(const State& state, const Evaluation& shown) {
  const Evaluation* chosen = find_evaluation(state, state.report.against);
  if (chosen != nullptr && chosen != &shown) return chosen;
  const auto& done = state.report.done;
  const auto newest = std::find_if(done.rbegin(), done.rend(), [&](const Evaluation& evaluation) {
    return &evaluation != &shown;
  });
  return newest == done.rend() ? nullptr : &*newest;
}

void refresh_comparison(State& state) {
  Report& report = state.report;
  report.comparison = Comparison{};
  const Evaluation* shown = shown_evaluation(state);
  if (report.running || shown == nullptr) return;
  const Evaluation* other = counterpart(state, *shown);
  if (other == nullptr) return;
  report.comparison = compare(*shown, *other, state.test_set.loader.view());
}

}  // namespace

void refresh_report(State& state) {
  refresh_cell(state);
  refresh_mistakes(state);
  refresh_comparison(state);
}

void select_cell(State& state, std::optional<Cell> cell) {
  state.report.cell = cell;
  refresh_cell(state);
}

void show_evaluation(State& state, Token token) {
  if (find_evaluation(state, token) == nullptr) return;
  state.report.chosen = token;
  refresh_report(state);
}

void compare_with(State& state, Token token) {
  if (find_evaluation(state, token) == nullptr) return;
  state.report.against = token;
  refresh_comparison(state);
}

Comparison compare(const Evaluation& first, const Evaluation& second,
                   const core::DatasetView& set) {
  Comparison comparison{.first = first.token,
                        .second = second.token,
                        .only_first = {},
                        .only_second = {},
                        .test = {}};
  const std::size_t count = std::min(first.answers.size(), second.answers.size());
  for (std::uint32_t index = 0; index < count; ++index) {
    const bool first_right = first.answers[index].label == set.label(index);
    const bool second_right = second.answers[index].label == set.label(index);
    if (first_right && second_right) ++comparison.both_right;
    if (!first_right && !second_right) ++comparison.both_wrong;
    if (first_right && !second_right) comparison.only_first.push_back(index);
    if (!first_right && second_right) comparison.only_second.push_back(index);
  }
  sort_greatest_first(comparison.only_first,
                      [&](auto index) { return second.answers[index].loss; });
  sort_greatest_first(comparison.only_second,
                      [&](auto index) { return first.answers[index].loss; });
  comparison.test = core::mcnemar(comparison.only_first.size(), comparison.only_second.size());
  return comparison;
}

std::vector<float> risks(const Evaluation& evaluation, const core::DatasetView& set) {
  std::vector<core::JudgedAnswer> judged;
  judged.reserve(evaluation.answers.size());
  for (std::uint32_t index = 0; index < evaluation.answers.size(); ++index) {
    const auto& answer = evaluation.answers[index];
    judged.push_back({answer.confidence, answer.label == set.label(index)});
  }
  return core::risk_coverage(std::move(judged), kRiskSteps);
}

}  // namespace atelier::app
