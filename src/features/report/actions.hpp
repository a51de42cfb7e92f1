// SPDX-License-Identifier: MIT
// features/report/actions.hpp: what a person can do in the report.
#pragma once

#include <cstdint>
#include <optional>

#include "app/engine_kind.hpp"
#include "app/token.hpp"
#include "core/names.hpp"

namespace atelier::app {

// Answers the whole test set with the current model; what is being evaluated is dropped. Ignored
// until the test set is complete.
struct Evaluate {
  EngineKind engine{};
};
struct CancelEvaluation {};

enum class ReportSection { kOverview, kCalibration, kMistakes, kDuplicates, kCompare };
ATELIER_NAMES(ReportSection, "overview", "calibration", "mistakes", "duplicates", "compare");
struct ShowReportSection {
  ReportSection section{};
};

// Shows a finished evaluation again. Ignored where there is none with this token.
struct ShowEvaluation {
  Token token{};
};
// Holds another one against the one shown.
struct CompareWith {
  Token token{};
};

// A cell of the report's confusion matrix: its images are shown.
struct Cell {
  std::uint8_t label{};
  std::uint8_t answer{};
  bool operator==(const Cell&) const = default;
};
struct SelectCell {
  std::optional<Cell> cell;
};

// Is the label of a test image right, to this visitor's eyes? Nothing: no opinion any more.
enum class Vote { kAgree, kDisagree };
ATELIER_NAMES(Vote, "agree", "disagree");
struct VoteOnLabel {
  std::uint32_t index{};
  std::optional<Vote> vote;
};

// Gives the visitor all votes as a file.
struct SaveVotes {};

// In what images are compared: their pixels, or the current model's features.
enum class PairSpace { kPixels, kFeatures };
ATELIER_NAMES(PairSpace, "pixels", "features");
// Shows the pairs that lie closest, and looks for them if that has not been done.
struct FindPairs {
  PairSpace space{};
};
struct CancelPairs {};

}  // namespace atelier::app
