// SPDX-License-Identifier: MIT
// features/asks.hpp: all questions to jobs that State asks, a line each: what comes back finds its
// question here, by the token.
#pragma once

#include "app/state.hpp"

namespace atelier::app {

// True if it was for one of them.
template <class Event>
bool route(State& state, const Event& event) {
  const auto to = [&](auto&... asks) { return (asks.take(event) || ...); };
  return to(state.explanation.activation, state.explanation.occlusion, state.inside.layers,
            state.change.changes, state.stress.picture, state.stress.curve, state.step_answers.asks,
            state.report.close.searches[0], state.report.close.searches[1]);
}

}  // namespace atelier::app
