// SPDX-License-Identifier: MIT
#include "features/explain/inside/words.hpp"

#include "app/say.hpp"
#include "core/image.hpp"
#include "features/answer/words.hpp"
#include "features/explain/map/words.hpp"

namespace atelier::app {
namespace {

std::string two_decimals(float number) { return decimals(static_cast<double>(number), 2); }

bool is_whole_picture(const core::Rect& seen) {
  return seen.width == core::kSampleSide && seen.height == core::kSampleSide;
}

// "5 × 5": of how many pixels a cell depends, where no edge of the picture cuts it off.
std::string field_sides(const nn::LayerMaps& maps) {
  return sides(maps.field.y.size, maps.field.x.size);
}

// Why there is no layer.
std::string no_layer_words(const State& state) {
  std::string not_yet = why_not_yet(state, "inside.no-engine");
  if (!not_yet.empty()) return not_yet;
  return known_layers(state) != nullptr ? say("inside.no-layers") : say("not-yet.moment");
}

}  // namespace

std::string layer_title(const nn::LayerMaps& maps) {
  return say("inside.layer", {{"maps", maps.channels}, {"sides", sides(maps.rows, maps.columns)}});
}

std::string inside_headline(const State& state) {
  const auto layer = shown_layer(state);
  if (!layer) return no_layer_words(state);
  const nn::LayerMaps& maps = layer->maps;
  const auto cell = pointed_cell(state, *layer);
  if (!cell) {
    return say("inside.headline", {{"layer", layer_title(maps)}, {"sides", field_sides(maps)}});
  }
  const core::Rect seen = seen_pixels(maps, *cell);
  return say("inside.headline-cell", {{"map", cell->map + 1},
                                      {"row", cell->row + 1},
                                      {"column", cell->column + 1},
                                      {"value", two_decimals(value_at(maps, *cell))},
                                      {"whole", is_whole_picture(seen)},
                                      {"sides", sides(seen.height, seen.width)}});
}

std::string inside_words(const State& state) {
  if (state.why != WhyTopic::kInside) return {};
  const auto layer = shown_layer(state);
  if (!layer) return no_layer_words(state);
  const nn::LayerMaps& maps = layer->maps;
  const auto cell = pointed_cell(state, *layer);
  if (!cell) {
    return say("inside.layer-words", {{"number", layer->number + 1},
                                      {"count", layer->count},
                                      {"layer", layer_title(maps)},
                                      {"filters", layer->filters != nullptr},
                                      {"sides", field_sides(maps)}});
  }
  // Where it begins is for who does not see the frame.
  const core::Rect seen = seen_pixels(maps, *cell);
  return say("inside.cell-words", {{"number", layer->number + 1},
                                   {"count", layer->count},
                                   {"layer", layer_title(maps)},
                                   {"largest", two_decimals(layer->largest)},
                                   {"map", cell->map + 1},
                                   {"row", cell->row + 1},
                                   {"column", cell->column + 1},
                                   {"value", two_decimals(value_at(maps, *cell))},
                                   {"whole", is_whole_picture(seen)},
                                   {"sides", sides(seen.height, seen.width)},
                                   {"top", seen.y + 1},
                                   {"left", seen.x + 1}});
}

}  // namespace atelier::app
