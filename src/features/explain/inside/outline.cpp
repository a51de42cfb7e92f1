// SPDX-License-Identifier: MIT
#include "features/explain/inside/outline.hpp"

#include "app/number_words.hpp"
#include "app/say.hpp"
#include "features/explain/inside/words.hpp"

namespace atelier::app::explain {
namespace {

void outline_values(Outline& out, const nn::LayerMaps& maps, std::uint32_t map) {
  std::vector<std::string> columns = {say("text.row")};
  for (int x = 0; x < maps.columns; ++x) columns.push_back(std::to_string(x + 1));
  Node& table = out.table("inside-values", say("text.map-numbers"), std::move(columns));
  for (std::uint32_t y = 0; y < static_cast<std::uint32_t>(maps.rows); ++y) {
    std::vector<TableCell> row = {std::to_string(y + 1)};
    for (std::uint32_t x = 0; x < static_cast<std::uint32_t>(maps.columns); ++x) {
      const float value = value_at(maps, {map, y, x});
      row.emplace_back(value == 0 ? std::string("0") : decimals(double{value}, 1));
    }
    table.row(std::move(row));
  }
}

}  // namespace

void outline_inside(Outline& out, const State& state) {
  const auto layer = shown_layer(state);
  if (!layer) {
    out.status("inside-line", inside_words(state));
    return;
  }
  Node& layers = out.choice("inside-layer", say("text.layer"), layer->number,
                            ActionText("inside").place("layer"));
  const auto& known = known_layers(state)->layers;
  for (std::size_t k = 0; k < known.size(); ++k) {
    layers.option(OutlineOption::of(
        say("inside.layer-choice", {{"number", k + 1}, {"layer", layer_title(known[k])}}), k));
  }
  const auto cell = pointed_cell(state, *layer);
  const InsideCell at = cell.value_or(InsideCell{});
  const auto place = [&](std::string_view field) {
    ActionText action("inside");
    action.with("layer", layer->number);
    const auto add = [&](std::string_view key, const auto& value) {
      key == field ? action.place(key) : action.with(key, value);
    };
    add("map", at.map);
    add("row", at.row);
    add("column", at.column);
    return action;
  };
  Node& maps = out.choice("inside-map", say("text.map"),
                          cell ? std::optional(at.map) : std::nullopt, place("map"));
  maps.option(OutlineOption::of(say("trace.none"), nullptr));
  for (int k = 0; k < layer->maps.channels; ++k) {
    maps.option(OutlineOption::of(say("inside.map-name", {{"number", k + 1}}), k));
  }
  if (cell) {
    // Counted from 1, as the sentence below counts.
    const auto line = [&](const char* key, const std::string& words, int count, std::uint32_t now,
                          const char* field) {
      Node& choice = out.choice(key, words, now, place(field));
      for (int k = 0; k < count; ++k) {
        choice.option(OutlineOption::of(std::to_string(k + 1), k));
      }
    };
    line("inside-row", say("text.row"), layer->maps.rows, at.row, "row");
    line("inside-column", say("text.column"), layer->maps.columns, at.column, "column");
  }
  out.status("inside-line", inside_words(state));
  if (cell) outline_values(out, layer->maps, at.map);
}

}  // namespace atelier::app::explain
