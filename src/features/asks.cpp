// SPDX-License-Identifier: MIT
// features/asks.cpp: all questions to jobs that State asks: what comes back finds its question
// here, by the token.
#include "app/state.hpp"
#include "app/work.hpp"

namespace atelier::app {
namespace {

template <class Event>
void route(State& state, const Event& event) {
  const auto to = [&](auto&... asks) { static_cast<void>((asks.take(event) || ...)); };
  auto& [pixels, features] = state.report.close.searches;
  to(state.explanation.activation, state.explanation.occlusion, state.inside.layers,
     state.change.changes, state.stress.picture, state.stress.curve, state.step_answers.asks,
     pixels, features);
}

}  // namespace

void on(State& state, WorkProgress&& event, Ports&) { route(state, event); }
void on(State& state, WorkDone&& event, Ports&) { route(state, event); }
void on(State& state, WorkFailed&& event, Ports&) { route(state, event); }

}  // namespace atelier::app
