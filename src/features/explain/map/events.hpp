// SPDX-License-Identifier: MIT
// features/explain/map/events.hpp: where the network looked, as our own engine tells it.
#pragma once

#include <array>
#include <vector>

#include "app/event.hpp"
#include "app/token.hpp"
#include "core/result.hpp"

namespace atelier::app {

// For all classes: [10, rows, columns], in units of the logit. bias: what the means of the
// activation map lack to the logits; 0 of other maps.
struct Explained {
  Token token{};
  int rows{}, columns{};
  std::vector<float> values;
  std::array<float, 10> bias{};
};
struct ExplainFailed {
  Token token{};
  core::Error error;
};
void on(State& state, Explained&& event, Ports& ports);
void on(State& state, ExplainFailed&& event, Ports& ports);

}  // namespace atelier::app
