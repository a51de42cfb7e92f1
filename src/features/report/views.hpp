// SPDX-License-Identifier: MIT
// features/report/views.hpp: what the report's sections show of its evaluations, worked out
// whenever one of them is finished, chosen or dropped.
#pragma once

#include <vector>

#include "app/state.hpp"
#include "core/dataset.hpp"
#include "features/report/actions.hpp"

namespace atelier::app {

// Brings everything in state.report that follows from its evaluations up to date.
void refresh_report(State& state);

void select_cell(State& state, std::optional<Cell> cell);
void show_evaluation(State& state, Token token);
void compare_with(State& state, Token token);

// Two complete evaluations of `set`.
[[nodiscard]] Comparison compare(const Evaluation& first, const Evaluation& second,
                                 const core::DatasetView& set);

// core::risk_coverage() of a complete evaluation, in kRiskSteps.
[[nodiscard]] std::vector<float> risks(const Evaluation& evaluation, const core::DatasetView& set);

}  // namespace atelier::app
