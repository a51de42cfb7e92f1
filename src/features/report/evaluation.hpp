// SPDX-License-Identifier: MIT
// features/report/evaluation.hpp: the whole test set, answered and counted. One evaluation runs at
// a time; the newest of each model and engine is kept.
#pragma once

#include "app/ports.hpp"
#include "app/state.hpp"

namespace atelier::app {

// Begins one, and drops the one that runs. Does nothing until test set and model are there.
void start_evaluation(State& state, EngineKind engine, Ports& ports);

// Drops the one that runs; what was shown before it is shown again.
void cancel_evaluation(State& state, Ports& ports);

}  // namespace atelier::app
