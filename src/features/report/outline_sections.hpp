// SPDX-License-Identifier: MIT
// features/report/outline_sections.hpp: the report's sections in words.
#pragma once

#include "app/outline.hpp"
#include "app/state.hpp"

namespace atelier::app::report {

void outline_overview(Outline& out, const State& state, const Evaluation& evaluation);
void outline_calibration(Outline& out, const Evaluation& evaluation);
void outline_mistakes(Outline& out, const State& state, const Evaluation& evaluation);
void outline_duplicates(Outline& out, const State& state);
void outline_comparison(Outline& out, const State& state, const Evaluation& shown);

}  // namespace atelier::app::report
