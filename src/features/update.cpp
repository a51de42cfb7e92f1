// SPDX-License-Identifier: MIT
#include "features/update.hpp"

#include <utility>

#include "app/action.hpp"
#include "app/event.hpp"
#include "features/answer/classification.hpp"
#include "features/answer/suggestion.hpp"
#include "features/data/test_set.hpp"
#include "features/draw/kept_drawing.hpp"
#include "features/draw/steps.hpp"
#include "features/explain/change/change.hpp"
#include "features/explain/inside/inside.hpp"
#include "features/explain/map/map.hpp"
#include "features/explain/neighbours/neighbours.hpp"
#include "features/explain/stress/stress.hpp"
#include "features/explore/explore.hpp"
#include "features/models/model_choice.hpp"
#include "features/models/own_model.hpp"

namespace atelier::app {
void start(State& state, Ports& ports) {
  ++state.version;
  ports.files.list_models();
  load_test_set(state, ports.files);
  ports.settings.load();
}

void request_what_is_wanted(State& state, Ports& ports) {
  request_answer(state, ports);
  request_explanation(state, ports);
  request_neighbours(state, ports);
  request_layers(state, ports);
  request_change(state, ports);
  request_stress(state, ports);
  request_steps(state, ports);
}

void update(State& state, Action&& action, Ports& ports) {
  std::move(action).handle(state, ports);
  follow_input(state, ports);
  follow_answers(state);
  follow_suggestion(state);
  keep_drawing(state, ports);
  request_what_is_wanted(state, ports);
  ++state.version;
}

void update(State& state, Event&& event, Ports& ports) {
  std::move(event).handle(state, ports);
  leave_broken_own_model(state, ports);
  follow_input(state, ports);
  follow_answers(state);
  follow_suggestion(state);
  ++state.version;
}

}  // namespace atelier::app
