// SPDX-License-Identifier: MIT
#include "features/models/model_choice.hpp"

#include "features/answer/classification.hpp"

namespace atelier::app {
namespace {

// What is drawn over a test image remains a photograph.
bool shows_drawing(const State& state) {
  return state.input.source == InputSource::kDrawing && !state.input.index;
}

const ModelInfo* wanted_model(const State& state) {
  const bool drawing = chooses_by_input(state) && shows_drawing(state);
  return drawing ? drawing_reader(state) : photograph_reader(state);
}

}  // namespace

void choose_model(State& state, const std::optional<std::string>& id, Ports& ports) {
  state.engines.chosen_model_id = id;
  if (const ModelInfo* chosen = chosen_model(state)) request_model(state, chosen->id, ports);
}

void follow_input(State& state, Ports& ports) {
  if (state.models.empty()) return;
  const ModelInfo* wanted = wanted_model(state);
  // A default that is not listed is told of as a model that cannot be loaded.
  const std::string& id = wanted != nullptr ? wanted->id : state.default_model_id;
  if (id != state.engines.model_id) request_model(state, id, ports);
  if (!chooses_by_input(state)) return;
  const std::string& other =
      shows_drawing(state) ? state.default_model_id : drawing_reader(state)->id;
  for (const EngineKind kind : core::all_of<EngineKind>()) {
    Engine& engine = state.engines[kind];
    if (engine.phase != Engine::Phase::kReady || engine.prepared) continue;
    engine.prepared = true;
    ports.classifier(kind).prepare(other);
  }
}

}  // namespace atelier::app
