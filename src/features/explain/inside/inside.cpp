// SPDX-License-Identifier: MIT
#include "features/explain/inside/inside.hpp"

#include <algorithm>
#include <utility>

#include "app/view.hpp"
#include "core/image.hpp"
#include "features/explain/inside/actions.hpp"
#include "features/explain/inside/events.hpp"
#include "features/explain/map/map.hpp"

namespace atelier::app {
namespace {

std::optional<Inside::Question> wanted_question(const State& state) {
  const bool possible =
      state.why == WhyTopic::kInside && state.view == View::kDraw && can_be_explained(state);
  if (!possible) return std::nullopt;
  return Inside::Question{state.input.version, state.engines.model_id};
}

// First pixel and number of pixels, within the picture.
std::pair<int, int> seen_along(const nn::SeenPixels& pixels, std::uint32_t place) {
  constexpr int kSide = core::kSampleSide;
  const int first = pixels.first + pixels.step * static_cast<int>(place);
  const int begin = std::clamp(first, 0, kSide);
  return {begin, std::clamp(first + pixels.size, 0, kSide) - begin};
}

}  // namespace

void request_layers(State& state, Ports& ports) {
  Inside& inside = state.inside;
  const auto wanted = wanted_question(state);
  if (inside.in_flight && !(wanted && inside.in_flight->question == *wanted)) {
    inside.in_flight.reset();
  }
  if (!wanted || inside.in_flight || (inside.known && inside.known->question == *wanted)) return;
  inside.in_flight = {++state.last_token, *wanted};
  ports.layers.read(inside.in_flight->token, state.input.seen.pixels);
}

void on(State& state, LayersRead&& event, Ports&) {
  Inside& inside = state.inside;
  if (!inside.in_flight || inside.in_flight->token != event.token) return;
  inside.known = {inside.in_flight->question, event.layers, {}, event.filters};
  for (const nn::LayerMaps& maps : event.layers) {
    inside.known->largest.push_back(*std::max_element(maps.values.begin(), maps.values.end()));
  }
  inside.in_flight.reset();
}

const Inside::Known* known_layers(const State& state) {
  const auto wanted = wanted_question(state);
  const auto& known = state.inside.known;
  return wanted && known && known->question == *wanted ? &*known : nullptr;
}

std::optional<ShownLayer> shown_layer(const State& state) {
  const Inside::Known* known = known_layers(state);
  if (known == nullptr || known->layers.empty()) return std::nullopt;
  const std::size_t count = known->layers.size();
  const std::size_t number = std::min<std::size_t>(state.inside.settings.layer, count - 1);
  const nn::LayerMaps& maps = known->layers[number];
  const bool has_filters = number == 0 && known->filters.count > 0;
  return ShownLayer{number, count, maps, has_filters ? &known->filters : nullptr,
                    known->largest[number]};
}

float value_at(const nn::LayerMaps& maps, const InsideCell& cell) {
  const auto rows = static_cast<std::size_t>(maps.rows);
  const auto columns = static_cast<std::size_t>(maps.columns);
  return maps.values[(cell.map * rows + cell.row) * columns + cell.column];
}

std::optional<InsideCell> pointed_cell(const State& state, const ShownLayer& layer) {
  const auto& cell = state.inside.settings.cell;
  const bool there = cell && std::cmp_less(cell->map, layer.maps.channels) &&
                     std::cmp_less(cell->row, layer.maps.rows) &&
                     std::cmp_less(cell->column, layer.maps.columns);
  return there ? cell : std::nullopt;
}

core::Rect seen_pixels(const nn::LayerMaps& maps, const InsideCell& cell) {
  const auto [x, width] = seen_along(maps.field.x, cell.column);
  const auto [y, height] = seen_along(maps.field.y, cell.row);
  return {x, y, width, height};
}

void on(State& state, SetInside&& action, Ports&) { state.inside.settings = action.settings; }

}  // namespace atelier::app
