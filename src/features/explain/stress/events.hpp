// SPDX-License-Identifier: MIT
// features/explain/stress/events.hpp: what our own engine answers to distorted pictures.
#pragma once

#include <vector>

#include "app/event.hpp"
#include "app/token.hpp"

namespace atelier::app {

// Ten logits for each image; none if there is no network.
struct StressClassified {
  Token token{};
  std::vector<float> logits;
};
void on(State& state, StressClassified&& event, Ports& ports);

}  // namespace atelier::app
