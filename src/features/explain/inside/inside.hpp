// SPDX-License-Identifier: MIT
// features/explain/inside/inside.hpp: shows what the network's layers make of the picture, while
// somebody wants to know, and which pixels a number in them depends on. Our own engine tells; the
// newest picture wins.
#pragma once

#include <cstddef>
#include <optional>

#include "app/ports.hpp"
#include "app/state.hpp"
#include "core/image.hpp"

namespace atelier::app {

// Asks for the layers of what is in front of the network, unless they are there or under way.
void request_layers(State& state, Ports& ports);

// The layers of the picture that is in front of the network; null while they are not known.
[[nodiscard]] const Inside::Known* known_layers(const State& state);

// One of them. Valid until State changes.
struct ShownLayer {
  std::size_t number{};  // from 0
  std::size_t count{};   // of the layers
  const nn::LayerMaps& maps;
  const nn::Filters* filters;  // one a map; null: this layer's are not known
  float largest{};             // of all its numbers
};
[[nodiscard]] std::optional<ShownLayer> shown_layer(const State& state);

[[nodiscard]] float value_at(const nn::LayerMaps& maps, const InsideCell& cell);

// The cell pointed at, if the layer has it.
[[nodiscard]] std::optional<InsideCell> pointed_cell(const State& state, const ShownLayer& layer);

// The pixels of the picture that a cell depends on.
[[nodiscard]] core::Rect seen_pixels(const nn::LayerMaps& maps, const InsideCell& cell);

}  // namespace atelier::app
