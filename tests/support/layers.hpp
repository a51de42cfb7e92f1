// SPDX-License-Identifier: MIT
// tests/support/layers.hpp: a network's layers to order, for those who show them: three maps of
// 28x28 whose cells see 3x3 pixels, then five of 7x7 that see 11x11.
#pragma once

#include <cstddef>

#include "features/explain/inside/events.hpp"

namespace atelier::test {

// Number k of a layer is k; the filters' weights are -13, -12, ... 13.
inline app::LayersRead layers_read(app::Token token) {
  app::LayersRead event{token, {}, {3, 3, 3, {}}};
  event.layers.push_back({3, 28, 28, {{-1, 1, 3}, {-1, 1, 3}}, {}});
  event.layers.push_back({5, 7, 7, {{-4, 4, 11}, {-4, 4, 11}}, {}});
  for (auto& layer : event.layers) {
    const auto size = static_cast<std::size_t>(layer.channels * layer.rows * layer.columns);
    for (std::size_t k = 0; k < size; ++k) layer.values.push_back(static_cast<float>(k));
  }
  for (int weight = -13; weight <= 13; ++weight) {
    event.filters.weights.push_back(static_cast<float>(weight));
  }
  return event;
}

}  // namespace atelier::test
