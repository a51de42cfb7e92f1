// SPDX-License-Identifier: MIT
#include "features/explain/inside/words.hpp"

#include "core/image.hpp"
#include "features/answer/words.hpp"
#include "features/explain/map/words.hpp"

namespace atelier::app {
namespace {

std::string two_decimals(float number) { return decimals(static_cast<double>(number), 2); }

bool is_whole_picture(const core::Rect& seen) {
  return seen.width == core::kSampleSide && seen.height == core::kSampleSide;
}

// "the 5 × 5 pixels that are framed"
std::string seen_words(const nn::LayerMaps& maps, const InsideCell& cell) {
  const core::Rect seen = seen_pixels(maps, cell);
  if (is_whole_picture(seen)) return "the whole picture";
  return "the " + sides(seen.height, seen.width) + " pixels that are framed";
}

// ", from row 9, column 13 on": for who does not see the frame. Nothing of the whole picture.
std::string where_words(const nn::LayerMaps& maps, const InsideCell& cell) {
  const core::Rect seen = seen_pixels(maps, cell);
  if (is_whole_picture(seen)) return {};
  return ", from row " + std::to_string(seen.y + 1) + ", column " + std::to_string(seen.x + 1) +
         " on";
}

std::string cell_title(const InsideCell& cell) {
  return "Map " + std::to_string(cell.map + 1) + ", row " + std::to_string(cell.row + 1) +
         ", column " + std::to_string(cell.column + 1);
}

// "5 × 5 pixels": what a cell depends on, where no edge of the picture cuts it off.
std::string field_words(const nn::LayerMaps& maps) {
  return sides(maps.field.y.size, maps.field.x.size) + " pixels";
}

// Why there is no layer.
std::string no_layer_words(const State& state) {
  std::string not_yet = why_not_yet(state, "Not known: only Atelier's own engine looks inside");
  if (!not_yet.empty()) return not_yet;
  return known_layers(state) != nullptr ? "This network has no layers that can be shown."
                                        : "One moment ...";
}

}  // namespace

std::string layer_title(const nn::LayerMaps& maps) {
  return std::to_string(maps.channels) + " maps of " + sides(maps.rows, maps.columns);
}

std::string inside_headline(const State& state) {
  const auto layer = shown_layer(state);
  if (!layer) return no_layer_words(state);
  const nn::LayerMaps& maps = layer->maps;
  const auto cell = pointed_cell(state, *layer);
  if (!cell) return layer_title(maps) + ". A cell depends on " + field_words(maps) + " at most.";
  return cell_title(*cell) + ": " + two_decimals(value_at(maps, *cell)) + ", from " +
         seen_words(maps, *cell) + ".";
}

std::string inside_words(const State& state) {
  if (state.why != WhyTopic::kInside) return {};
  const auto layer = shown_layer(state);
  if (!layer) return no_layer_words(state);
  const nn::LayerMaps& maps = layer->maps;
  const std::string head = "Layer " + std::to_string(layer->number + 1) + " of " +
                           std::to_string(layer->count) + ": " + layer_title(maps);
  const auto cell = pointed_cell(state, *layer);
  if (cell) {
    return head + ", up to " + two_decimals(layer->largest) + ". " + cell_title(*cell) + ": " +
           two_decimals(value_at(maps, *cell)) + ". It depends on " + seen_words(maps, *cell) +
           where_words(maps, *cell) + ".";
  }
  const std::string filters =
      layer->filters != nullptr ? " with their filters (orange adds, blue takes away)" : "";
  return head + filters + ". Point at a cell: it depends on " + field_words(maps) + " at most.";
}

}  // namespace atelier::app
