// SPDX-License-Identifier: MIT
// features/explain/inside/events.hpp: what the layers make of a picture.
#pragma once

#include <vector>

#include "app/event.hpp"
#include "app/token.hpp"
#include "nn/layer_maps.hpp"

namespace atelier::app {

// What the layers make of the picture, from the first to the last; none if there is no network.
struct LayersRead {
  Token token{};
  std::vector<nn::LayerMaps> layers;
  nn::Filters filters;  // of the first layer
};
void on(State& state, LayersRead&& event, Ports& ports);

}  // namespace atelier::app
