// SPDX-License-Identifier: MIT
// features/draw/events.hpp: what our own engine answers to the steps of preprocessing.
#pragma once

#include <vector>

#include "app/event.hpp"
#include "app/token.hpp"

namespace atelier::app {

// Ten logits for each step; none if there is no network.
struct StepsClassified {
  Token token{};
  std::vector<float> logits;
};
void on(State& state, StepsClassified&& event, Ports& ports);

}  // namespace atelier::app
