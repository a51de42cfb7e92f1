// SPDX-License-Identifier: MIT
#include "app/state.hpp"

#include <algorithm>

namespace atelier::app {

const core::Error* current_error(const State& state) {
  if (state.test_set.error) return &*state.test_set.error;
  if (state.models_error) return &*state.models_error;
  if (state.engine.error) return &*state.engine.error;
  return nullptr;
}

Phase phase(const State& state) {
  if (current_error(state) != nullptr) return Phase::kFailed;
  const bool ready = state.test_set.complete() && state.engine.phase == Engine::Phase::kReady;
  return ready ? Phase::kReady : Phase::kLoading;
}

const Answer* current_answer(const State& state) {
  const bool current = state.answer && state.answer->input_version >= state.input.first_version;
  return current ? &*state.answer : nullptr;
}

const ModelInfo* current_model(const State& state) {
  const auto found = std::find_if(state.models.begin(), state.models.end(), [&](const auto& model) {
    return model.id == state.engine.model_id;
  });
  return found == state.models.end() ? nullptr : &*found;
}

}  // namespace atelier::app
