// SPDX-License-Identifier: MIT
#include "features/models/actions.hpp"

#include "app/ports.hpp"
#include "app/state.hpp"
#include "features/answer/classification.hpp"
#include "features/data/test_set.hpp"
#include "features/explain/neighbours/neighbours.hpp"
#include "features/models/model_choice.hpp"
#include "features/models/own_model.hpp"

namespace atelier::app {

std::string obstacle(const State& state, const SelectModel& action) {
  if (!action.id || find_model(state, *action.id) != nullptr) return {};
  return "there is no model '" + *action.id + "'";
}

void on(State& state, SelectModel&& action, Ports& ports) { choose_model(state, action.id, ports); }

std::string obstacle(const State& state, const SelectEngine& action) {
  if (state.engines[action.engine].phase != Engine::Phase::kFailed) return {};
  return "the engine '" + std::string(name(action.engine)) +
         "' has failed; 'retry' starts it again";
}

void on(State& state, SelectEngine&& action, Ports&) { select_engine(state, action.engine); }

void on(State& state, Retry&&, Ports& ports) {
  try_neighbours_again(state);
  if (state.test_set.error) load_test_set(state, ports.files);
  if (state.models_error) {
    state.models_error.reset();
    ports.files.list_models();
    return;
  }
  for (const EngineKind kind : core::all_of<EngineKind>()) {
    if (state.engines[kind].phase == Engine::Phase::kFailed) load_engine(state, kind, ports);
  }
}

void on(State& state, DismissNotice&&, Ports&) { state.engines.notice_dismissed = true; }

void on(State&, ChooseModel&&, Ports& ports) { ports.visitor.choose_model(); }

void on(State& state, CancelOpening&&, Ports& ports) { cancel_opening(state, ports); }

void on(State& state, DismissOwnModelNews&&, Ports&) {
  state.own_model.error.reset();
  state.own_model.is_news = false;
}

std::string obstacle(const State& state, const ReadOwnModel& action) {
  const bool possible = find_model(state, kOwnModelId) != nullptr &&
                        state.own_model.scores[action.reading.number()].tried > 0;
  return possible ? "" : "there is no model of your own, or it cannot be read so";
}

void on(State& state, ReadOwnModel&& action, Ports& ports) {
  read_own_model(state, action.reading, ports);
}

}  // namespace atelier::app
