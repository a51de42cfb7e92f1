// SPDX-License-Identifier: MIT
// features/explore/filter.hpp: which images of the test set Explore shows, and in which order.
#pragma once

#include <cstdint>
#include <optional>

#include "core/names.hpp"
#include "core/prediction.hpp"

namespace atelier::app {

enum class ExploreSort { kIndex, kMostConfident, kLeastConfident, kHighestLoss };
ATELIER_NAMES(ExploreSort, "index", "confidence", "uncertainty", "loss");

// All that is said must hold. What needs answers takes them from the evaluation that the report
// shows.
struct ExploreFilter {
  std::optional<std::uint8_t> label{};       // the true class
  std::optional<std::uint8_t> prediction{};  // the class that the model names
  std::optional<bool> right{};               // does it name the true one?
  std::optional<core::Verdict> verdict{};
  float least_confidence = 0;  // calibrated probability of the named class, both ends included
  float most_confidence = 1;
  ExploreSort sort = ExploreSort::kIndex;

  [[nodiscard]] bool limits_confidence() const {
    return least_confidence > 0 || most_confidence < 1;
  }
  [[nodiscard]] bool needs_answers() const {
    return prediction || right || verdict || limits_confidence() || sort != ExploreSort::kIndex;
  }
  // Of what it says, the order aside.
  [[nodiscard]] int conditions() const {
    return int{label.has_value()} + int{prediction.has_value()} + int{right.has_value()} +
           int{verdict.has_value()} + int{limits_confidence()};
  }

  friend bool operator==(const ExploreFilter&, const ExploreFilter&) = default;
};

}  // namespace atelier::app
