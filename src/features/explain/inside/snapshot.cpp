// SPDX-License-Identifier: MIT
#include "features/explain/inside/snapshot.hpp"

#include <span>

#include "features/explain/inside/inside.hpp"
#include "features/explain/inside/words.hpp"

namespace atelier::app {
namespace {

void write_numbers(JsonWriter& json, std::span<const float> numbers) {
  for (const float number : numbers) json.value(number);
}

void write_layers(JsonWriter& json, const Layers& known) {
  for (const nn::LayerMaps& maps : known.layers) {
    json.begin_object();
    json.key("maps").value(static_cast<std::uint32_t>(maps.channels));
    json.key("rows").value(static_cast<std::uint32_t>(maps.rows));
    json.key("columns").value(static_cast<std::uint32_t>(maps.columns));
    json.key("sees").begin_array();
    json.value(static_cast<std::uint32_t>(maps.field.x.size));
    json.value(static_cast<std::uint32_t>(maps.field.y.size)).end_array();
    json.end_object();
  }
}

void write_cell(JsonWriter& json, const ShownLayer& layer, const InsideCell& cell) {
  const core::Rect seen = seen_pixels(layer.maps, cell);
  json.begin_object();
  json.key("map").value(cell.map);
  json.key("row").value(cell.row);
  json.key("column").value(cell.column);
  json.key("value").value(value_at(layer.maps, cell));
  json.key("sees").begin_array();
  for (const int number : {seen.x, seen.y, seen.width, seen.height}) {
    json.value(static_cast<std::uint32_t>(number));
  }
  json.end_array();
  json.end_object();
}

}  // namespace

void write_inside(JsonWriter& json, const State& state) {
  json.key("inside");
  if (state.why != WhyTopic::kInside) {
    json.null();
    return;
  }
  const auto layer = shown_layer(state);
  const auto cell = layer ? pointed_cell(state, *layer) : std::nullopt;
  json.begin_object();
  const Layers* known = known_layers(state);
  json.key("layers").begin_array();
  if (known != nullptr) write_layers(json, *known);
  json.end_array();
  json.key("filters").begin_array();
  if (known != nullptr) write_numbers(json, known->filters.weights);
  json.end_array();
  json.key("layer").value(layer ? static_cast<std::uint32_t>(layer->number)
                                : state.inside.settings.layer);
  json.key("cell");
  cell ? write_cell(json, *layer, *cell) : static_cast<void>(json.null());
  json.key("values").begin_array();
  if (cell) {
    const auto size = static_cast<std::size_t>(layer->maps.rows * layer->maps.columns);
    write_numbers(json, std::span(layer->maps.values).subspan(cell->map * size, size));
  }
  json.end_array();
  json.key("words").value(inside_words(state));
  json.end_object();
}

}  // namespace atelier::app
