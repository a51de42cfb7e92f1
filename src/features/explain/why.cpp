// SPDX-License-Identifier: MIT
#include "features/explain/why.hpp"

#include "app/state.hpp"

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

}  // namespace atelier::app
