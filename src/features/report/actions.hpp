// SPDX-License-Identifier: MIT
// features/report/actions.hpp: what a person can do in the report.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/action.hpp"
#include "app/describe.hpp"
#include "app/engine_kind.hpp"
#include "app/token.hpp"
#include "core/color_image.hpp"
#include "core/names.hpp"

namespace atelier::app {

// ---- an evaluation ------------------------------------------------------------------------------

// Answers the whole test set with the current model; what is being evaluated is dropped. Ignored
// until the test set is complete.
struct Evaluate {
  static constexpr std::string_view kType = "evaluate";
  static constexpr std::string_view kWords =
      "answers the whole test set for the report, by our own engine unless told otherwise";
  EngineKind engine{};
};
template <typename Fields>
void describe(Fields& f, Evaluate& a) {
  f.may("engine", a.engine);
}
[[nodiscard]] std::string obstacle(const State& state, const Evaluate& action);
void on(State& state, Evaluate&& action, Ports& ports);

struct CancelEvaluation {
  static constexpr std::string_view kType = "cancel-evaluation";
  static constexpr std::string_view kWords = "drops what is being evaluated";
};
[[nodiscard]] std::string obstacle(const State& state, const CancelEvaluation& action);
void on(State& state, CancelEvaluation&& action, Ports& ports);

// ---- what is shown of it ------------------------------------------------------------------------

enum class ReportSection { kOverview, kCalibration, kMistakes, kDuplicates, kCompare };
ATELIER_NAMES(ReportSection, "overview", "calibration", "mistakes", "duplicates", "compare");
struct ShowReportSection {
  static constexpr std::string_view kType = "report-section";
  static constexpr std::string_view kWords = "shows a part of the report";
  ReportSection section{};
};
template <typename Fields>
void describe(Fields& f, ShowReportSection& a) {
  f("section", a.section);
}
void on(State& state, ShowReportSection&& action, Ports& ports);

// Shows a finished evaluation again. Ignored where there is none with this token.
struct ShowEvaluation {
  static constexpr std::string_view kType = "show-evaluation";
  static constexpr std::string_view kWords = "another one, by its id in `report.evaluations`";
  Token token{};
};
// Holds another one against the one shown.
struct CompareWith {
  static constexpr std::string_view kType = "compare";
  static constexpr std::string_view kWords = "holds another one against the one shown";
  Token token{};
};
template <typename Fields>
void describe(Fields& f, ShowEvaluation& a) {
  f("id", a.token);
}
template <typename Fields>
void describe(Fields& f, CompareWith& a) {
  f("id", a.token);
}
[[nodiscard]] std::string obstacle(const State& state, const ShowEvaluation& action);
[[nodiscard]] std::string obstacle(const State& state, const CompareWith& action);
void on(State& state, ShowEvaluation&& action, Ports& ports);
void on(State& state, CompareWith&& action, Ports& ports);

// A cell of the report's confusion matrix: its images are shown.
struct Cell {
  std::uint8_t label{};
  std::uint8_t answer{};
  bool operator==(const Cell&) const = default;
};
struct SelectCell {
  static constexpr std::string_view kType = "cell";
  static constexpr std::string_view kWords =
      "the images behind a cell of the confusion matrix; `label: null`: of none";
  std::optional<Cell> cell;
};
template <typename Fields>
void describe(Fields& f, SelectCell& a) {
  std::optional<std::uint8_t> label;
  std::uint8_t answer{};
  if (a.cell) {
    label = a.cell->label;
    answer = a.cell->answer;
  }
  f("label", label, kClassLabels);
  f.with(label, "answer", answer, kClassLabels);
  a.cell.reset();
  if (label) a.cell = Cell{*label, answer};
}
void on(State& state, SelectCell&& action, Ports& ports);

// ---- votes --------------------------------------------------------------------------------------

// Is the label of a test image right, to this visitor's eyes? Nothing: no opinion any more.
enum class Vote { kAgree, kDisagree };
ATELIER_NAMES(Vote, "agree", "disagree");
struct VoteOnLabel {
  static constexpr std::string_view kType = "vote";
  static constexpr std::string_view kWords = "on the label of a test image; `null` takes it back";
  std::uint32_t index{};
  std::optional<Vote> vote;
};
template <typename Fields>
void describe(Fields& f, VoteOnLabel& a) {
  f("index", a.index, kImageNumbers);
  f("vote", a.vote);
}
[[nodiscard]] std::string obstacle(const State& state, const VoteOnLabel& action);
void on(State& state, VoteOnLabel&& action, Ports& ports);

// Gives the visitor all votes as a file.
struct SaveVotes {
  static constexpr std::string_view kType = "save-votes";
  static constexpr std::string_view kWords = "downloads them";
};
[[nodiscard]] std::string obstacle(const State& state, const SaveVotes& action);
void on(State& state, SaveVotes&& action, Ports& ports);

// ---- images that are close to each other --------------------------------------------------------

// In what they are compared: their pixels, or the current model's features.
enum class PairSpace { kPixels, kFeatures };
ATELIER_NAMES(PairSpace, "pixels", "features");
// Shows the pairs that lie closest, and looks for them if that has not been done.
struct FindPairs {
  static constexpr std::string_view kType = "find-duplicates";
  static constexpr std::string_view kWords = "looks for test images that are nearly the same";
  PairSpace space{};
};
template <typename Fields>
void describe(Fields& f, FindPairs& a) {
  f("in", a.space);
}
[[nodiscard]] std::string obstacle(const State& state, const FindPairs& action);
void on(State& state, FindPairs&& action, Ports& ports);

struct CancelPairs {
  static constexpr std::string_view kType = "cancel-duplicates";
  static constexpr std::string_view kWords = "looks no further";
};
[[nodiscard]] std::string obstacle(const State& state, const CancelPairs& action);
void on(State& state, CancelPairs&& action, Ports& ports);

// ---- files --------------------------------------------------------------------------------------

enum class ReportFormat { kCsv, kJson };
// Of the evaluation that the report shows. Ignored until it is complete.
struct SaveReport {
  ReportFormat format{};
};
// As a panel has drawn it.
struct SavePicture {
  std::string name;  // of the file
  core::ColorImage picture;
};
void on(State& state, SaveReport&& action, Ports& ports);
void on(State& state, SavePicture&& action, Ports& ports);

// Whatever there is to keep, by its name.
enum class Saving { kAnswersCsv, kReportJson, kSprite };
ATELIER_NAMES(Saving, "answers-csv", "report-json", "sprite");
struct Save {
  static constexpr std::string_view kType = "save";
  static constexpr std::string_view kWords =
      "downloads it; `sprite`: the images that Explore shows";
  Saving what{};
};
template <typename Fields>
void describe(Fields& f, Save& a) {
  f("what", a.what);
}
[[nodiscard]] std::string obstacle(const State& state, const Save& action);
void on(State& state, Save&& action, Ports& ports);

using ReportActions =
    ActionList<Evaluate, CancelEvaluation, ShowReportSection, SelectCell, ShowEvaluation,
               CompareWith, VoteOnLabel, SaveVotes, FindPairs, CancelPairs, Save>;

}  // namespace atelier::app
