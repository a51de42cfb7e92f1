// SPDX-License-Identifier: MIT
// What is told of the page's own models and engines.
#include <utility>

#include "app/state.hpp"
#include "features/models/events.hpp"

namespace atelier::app {

void on(State& state, ModelsListed&& event, Ports&) {
  state.models = std::move(event.models);
  state.default_model_id = std::move(event.default_id);
  state.models_error.reset();
  state.engines.model_id.clear();  // follow_input() loads the one that is wanted
}

void on(State& state, ModelsFailed&& event, Ports&) { state.models_error = std::move(event.error); }

void on(State& state, EngineProgress&& event, Ports&) {
  state.engines[event.engine].transfer = {event.bytes_received, event.bytes_total};
}

}  // namespace atelier::app
