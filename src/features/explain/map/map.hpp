// SPDX-License-Identifier: MIT
// features/explain/map/map.hpp: asks where the network looked, while somebody wants to know. Our
// own engine answers, because only there are the layers inside; the newest input wins.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "app/ports.hpp"
#include "app/state.hpp"

namespace atelier::app {

// Asks for the map of what is in front of the network, unless it is there or under way; takes back
// what nobody wants any more. Call whenever the input or the settings may have changed, after the
// network has been asked for its answer.
void request_explanation(State& state, Ports& ports);

// Whether there is a picture in front of the network at all.
[[nodiscard]] bool has_something_to_explain(const State& state);
// And whether our own engine, which alone explains, has the network.
[[nodiscard]] bool can_be_explained(const State& state);

// The class that the map is about: the chosen one, or the one answered. None while neither is.
[[nodiscard]] std::optional<std::uint8_t> explained_label(const State& state);

// What can be shown of the picture that is in front of the network; none while there is nothing.
struct ShownMap {
  ExplanationMethod method{};
  std::uint8_t label{};
  int rows{}, columns{};
  std::span<const float> values;  // [rows, columns]; valid until State changes
  float largest{};                // magnitude
  float mean{};
  float bias{};
};
[[nodiscard]] std::optional<ShownMap> shown_map(const State& state);

}  // namespace atelier::app
