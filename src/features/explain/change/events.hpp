// SPDX-License-Identifier: MIT
// features/explain/change/events.hpp: what would change the network's mind.
#pragma once

#include <cstdint>
#include <vector>

#include "app/event.hpp"
#include "app/token.hpp"

namespace atelier::app {

// The picture at each strength from 0 to kMostStrength, 784 pixels and ten logits each; both empty
// if there is no network.
struct ChangesFound {
  Token token{};
  std::vector<std::uint8_t> images;
  std::vector<float> logits;
};
void on(State& state, ChangesFound&& event, Ports& ports);

}  // namespace atelier::app
