// SPDX-License-Identifier: MIT
#include "app/inside_snapshot.hpp"

#include "app/inside.hpp"
#include "app/inside_words.hpp"

namespace atelier::app {
namespace {

void write_layers(JsonWriter& json, const Inside::Known* known) {
  json.key("layers").begin_array();
  for (const nn::LayerMaps& maps :
       known != nullptr ? known->layers : std::vector<nn::LayerMaps>{}) {
    json.begin_object();
    json.key("maps").value(static_cast<std::uint32_t>(maps.channels));
    json.key("rows").value(static_cast<std::uint32_t>(maps.rows));
    json.key("columns").value(static_cast<std::uint32_t>(maps.columns));
    json.key("sees").begin_array();
    json.value(static_cast<std::uint32_t>(maps.field.x.size));
    json.value(static_cast<std::uint32_t>(maps.field.y.size)).end_array();
    json.end_object();
  }
  json.end_array();
}

void write_filters(JsonWriter& json, const Inside::Known* known) {
  json.key("filters").begin_array();
  if (known != nullptr) {
    for (const float weight : known->filters.weights) json.value(weight);
  }
  json.end_array();
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
  write_layers(json, known_layers(state));
  write_filters(json, known_layers(state));
  json.key("layer").value(layer ? static_cast<std::uint32_t>(layer->number)
                                : state.inside.settings.layer);
  json.key("cell");
  cell ? write_cell(json, *layer, *cell) : static_cast<void>(json.null());
  json.key("values").begin_array();
  if (cell) {
    const auto size = static_cast<std::size_t>(layer->maps.rows * layer->maps.columns);
    for (std::size_t k = 0; k < size; ++k) json.value(layer->maps.values[cell->map * size + k]);
  }
  json.end_array();
  json.key("words").value(inside_words(state));
  json.end_object();
}

}  // namespace atelier::app
