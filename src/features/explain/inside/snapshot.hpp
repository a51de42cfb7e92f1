// SPDX-License-Identifier: MIT
// features/explain/inside/snapshot.hpp: what a snapshot says of the network's layers.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "app/state.hpp"
#include "features/explain/inside/inside.hpp"
#include "features/explain/inside/words.hpp"

namespace atelier::app {

// The cell pointed at, with what stands in it and the whole of its map.
struct CellTold {
  InsideCell cell;
  float value{};
  core::Rect sees;
  std::span<const float> map;
};
[[nodiscard]] inline std::optional<CellTold> cell_told(const State& state) {
  const auto layer = shown_layer(state);
  const auto cell = layer ? pointed_cell(state, *layer) : std::nullopt;
  if (!cell) return std::nullopt;
  const auto size = static_cast<std::size_t>(layer->maps.rows * layer->maps.columns);
  return CellTold{*cell, value_at(layer->maps, *cell), seen_pixels(layer->maps, *cell),
                  std::span(layer->maps.values).subspan(cell->map * size, size)};
}

template <class Fields>
void describe_inside(Fields& f, const State& state) {
  const Inside::Known* known = known_layers(state);
  const auto layer = shown_layer(state);
  const auto cell = cell_told(state);
  using Numbers = std::span<const float>;
  f(
      "inside", state.why == WhyTopic::kInside,
      [&] {
        f(
            "layers",
            known != nullptr ? std::span(known->layers) : std::span<const nn::LayerMaps>(),
            [&](const nn::LayerMaps& maps) {
              f("maps", maps.channels);
              f("rows", maps.rows);
              f("columns", maps.columns);
              f("sees", std::tuple(maps.field.x.size, maps.field.y.size),
                "width, height: how many pixels a cell depends on, where no edge is near");
            },
            "from the first to the last");
        f("filters", known != nullptr ? Numbers(known->filters.weights) : Numbers(),
          "of the first layer, one a map, row by row; none if it sees several channels");
        f("layer", layer ? static_cast<std::uint32_t>(layer->number) : state.inside.settings.layer,
          "that is shown");
        f(
            "cell", cell,
            [&](const CellTold& told) {
              f("map", told.cell.map);
              f("row", told.cell.row);
              f("column", told.cell.column);
              f("value", told.value);
              f("sees", std::tuple(told.sees.x, told.sees.y, told.sees.width, told.sees.height),
                "x, y, width, height, in pixels of the picture");
            },
            "that is pointed at");
        f("values", cell ? cell->map : Numbers(), "of the map that the cell is on, row by row");
        f("words", inside_words(state));
      },
      "what the network's layers make of the picture; null while that is closed");
}

}  // namespace atelier::app
