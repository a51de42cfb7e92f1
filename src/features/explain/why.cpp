// SPDX-License-Identifier: MIT
#include "features/explain/why.hpp"

#include "app/state.hpp"
#include "features/explain/actions.hpp"
#include "features/explain/map/actions.hpp"
#include "features/explain/neighbours/neighbours.hpp"

namespace atelier::app {

void open_why(State& state, std::optional<WhyTopic> topic) {
  ExplanationSettings& map = state.explanation.settings;
  state.why = topic;
  if (topic == WhyTopic::kMap) {
    if (!map.method) map.method = ExplanationMethod::kActivation;
    map.label.reset();
  } else {
    map.method.reset();  // while it is closed nothing is computed
  }
}

void set_explanation(State& state, const ExplanationSettings& settings) {
  state.explanation.settings = settings;
  if (settings.method) {
    state.why = WhyTopic::kMap;
  } else if (state.why == WhyTopic::kMap) {
    state.why.reset();
  }
}

void on(State& state, OpenWhy&& action, Ports&) {
  if (action.topic == WhyTopic::kNeighbours) try_neighbours_again(state);
  open_why(state, action.topic);
}

void on(State& state, Explain&& action, Ports&) { set_explanation(state, action.settings); }

}  // namespace atelier::app
