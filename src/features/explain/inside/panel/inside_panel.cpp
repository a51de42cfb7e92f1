// SPDX-License-Identifier: MIT
#include "features/explain/inside/panel/inside_panel.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/explain/inside/actions.hpp"
#include "features/explain/inside/words.hpp"
#include "kit/chip_row.hpp"
#include "kit/menu.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kWideWidth = 600;  // from here on there is room for a map in large
constexpr float kCaption = 18;
constexpr float kMapGap = 3;
constexpr float kFilterShare = 0.4F;  // of a map's side
constexpr float kLargestMap = 96;
constexpr float kNarrowWidth = 260;  // below, a sentence takes four lines
constexpr float kLowHeight = 128;    // below, it stands beside the menu
constexpr float kLeastMaps = 40;     // of their height
constexpr const char* kMenu = "layers";
constexpr float kMenuWidth = 240;

std::string layer_name(std::size_t number) {
  return app::say("inside.layer-name", {{"number", number + 1}});
}

// Maps stand on the texture as in a table with so many columns.
int atlas_columns(const nn::LayerMaps& maps) {
  return static_cast<int>(std::ceil(std::sqrt(static_cast<float>(maps.channels))));
}

core::Rect atlas_part(const nn::LayerMaps& maps, std::uint32_t map) {
  const int columns = atlas_columns(maps);
  const auto number = static_cast<int>(map);
  return {number % columns * maps.columns, number / columns * maps.rows, maps.columns, maps.rows};
}

// The largest number of the layer is white; what is not above 0 is black: ReLU lets nothing else
// through. A few numbers are far larger than the rest, so brightness grows as their root.
core::GrayImage atlas(const app::ShownLayer& layer) {
  const nn::LayerMaps& maps = layer.maps;
  const int columns = atlas_columns(maps);
  core::GrayImage image = core::blank_image(columns * maps.columns,
                                            (maps.channels + columns - 1) / columns * maps.rows);
  const float scale = layer.largest > 0 ? 1 / layer.largest : 0;
  const float* value = maps.values.data();
  for (int map = 0; map < maps.channels; ++map) {
    const core::Rect part = atlas_part(maps, static_cast<std::uint32_t>(map));
    for (int y = 0; y < maps.rows; ++y) {
      for (int x = 0; x < maps.columns; ++x) {
        image.at(part.x + x, part.y + y) = static_cast<std::uint8_t>(
            std::lround(255 * std::sqrt(std::max(*value++ * scale, 0.0F))));
      }
    }
  }
  return image;
}

void show_layer(const PanelContext& context, std::size_t number) {
  context.actions.push_back(
      app::SetInside{{.layer = static_cast<std::uint32_t>(number), .cell = {}}});
}

// One chip with a list, at the left of `row`.
void cut_menu(const PanelContext& context, const app::ShownLayer& layer, Box& row) {
  const std::string label = layer_name(layer.number);
  const Box at = row.cut_left(menu_chip_width(context.theme, layer_name(layer.count - 1)));
  row.cut_left(kGap12);
  menu_chip(context, kMenu, at, label, true);
  const float height = menu_row_height(context.theme);
  auto list =
      begin_menu(context, kMenu, at, {kMenuWidth, height * static_cast<float>(layer.count)});
  if (!list) return;
  const app::Inside::Known& known = *app::known_layers(context.state);
  for (std::size_t k = 0; k < layer.count; ++k) {
    const std::string words = app::say(
        "inside.layer-choice", {{"number", k + 1}, {"layer", app::layer_title(known.layers[k])}});
    ImGui::PushID(static_cast<int>(k));
    const bool pressed =
        menu_row(context.theme, "layer", list->cut_top(height), words, k == layer.number);
    ImGui::PopID();
    if (pressed) show_layer(context, k);
  }
  end_menu();
}

// A chip a layer at the left of `row`, if there is room for them and for words.
void cut_layers(const PanelContext& context, const app::ShownLayer& layer, Box& row) {
  float width = 0;
  for (std::size_t k = 0; k < layer.count; ++k) {
    width += chip_width(context.theme, std::to_string(k + 1)) + kGap4;
  }
  if (width > row.width / 2) return cut_menu(context, layer, row);
  for (std::size_t k = 0; k < layer.count; ++k) {
    const std::string number = std::to_string(k + 1);
    const Box at = row.cut_left(chip_width(context.theme, number));
    row.cut_left(kGap4);
    ImGui::PushID(static_cast<int>(k));
    const bool pressed = chip(context.theme, "layer", at, number, k == layer.number);
    const std::string words = app::layer_title(app::known_layers(context.state)->layers[k]);
    tooltip(context.theme, words.c_str());
    ImGui::PopID();
    if (pressed) show_layer(context, k);
  }
  row.cut_left(kGap12);
}

// Orange weights add, blue ones take away; the filter's strongest has the full colour.
void draw_filter(const PanelContext& context, const nn::Filters& filters, std::uint32_t number,
                 const Box& box) {
  const auto size = static_cast<std::size_t>(filters.rows * filters.columns);
  const std::span weights = std::span(filters.weights).subspan(number * size, size);
  float largest = 0;
  for (const float weight : weights) largest = std::max(largest, std::abs(weight));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(box.min(), box.max(), context.theme.colors->cloth);
  const float width = box.width / static_cast<float>(filters.columns);
  const float height = box.height / static_cast<float>(filters.rows);
  for (int y = 0; y < filters.rows && largest > 0; ++y) {
    for (int x = 0; x < filters.columns; ++x) {
      const float weight = weights[static_cast<std::size_t>(y * filters.columns + x)];
      const ImVec2 at{box.x + width * static_cast<float>(x),
                      box.y + height * static_cast<float>(y)};
      list.AddRectFilled(at, {at.x + width, at.y + height}, opinion_color(weight / largest, 1));
    }
  }
}

// The cell's place on a map that is drawn in `box`.
Box cell_box(const nn::LayerMaps& maps, const app::InsideCell& cell, const Box& box) {
  const float width = box.width / static_cast<float>(maps.columns);
  const float height = box.height / static_cast<float>(maps.rows);
  return {box.x + width * static_cast<float>(cell.column),
          box.y + height * static_cast<float>(cell.row), width, height};
}

void frame_cell(const PanelContext& context, const Box& cell) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRect({cell.x - 1, cell.y - 1}, {cell.right() + 1, cell.bottom() + 1},
               context.theme.colors->accent, 0, 0, 2);
}

}  // namespace

// All maps of a layer in rows, as large as they fit.
struct InsidePanel::Grid {
  Box box;
  bool filters = false;  // one under each map
  std::size_t columns = 1;
  float side = 0;  // of a map

  Grid(const Box& all, std::size_t count, bool with_filters) : box(all), filters(with_filters) {
    for (std::size_t across = 1; across <= count; ++across) {
      const auto down = static_cast<float>((count + across - 1) / across);
      const float wide = (box.width + kMapGap) / static_cast<float>(across) - kMapGap;
      const float high = ((box.height + kMapGap) / down - kMapGap - (filters ? kMapGap : 0)) /
                         (filters ? 1 + kFilterShare : 1);
      const float fitting = std::floor(std::min({wide, high, kLargestMap}));
      if (fitting <= side) continue;
      side = fitting;
      columns = across;
    }
  }
  [[nodiscard]] float row_height() const {
    return side + kMapGap + (filters ? side * kFilterShare + kMapGap : 0);
  }
  [[nodiscard]] Box map(std::size_t number) const {
    return {box.x + static_cast<float>(number % columns) * (side + kMapGap),
            box.y + static_cast<float>(number / columns) * row_height(), side, side};
  }
  [[nodiscard]] std::optional<app::InsideCell> cell_at(ImVec2 at, const nn::LayerMaps& maps) const {
    const auto along = [this](float distance, int cells) {
      const auto place = static_cast<int>(distance / side * static_cast<float>(cells));
      return static_cast<std::uint32_t>(std::clamp(place, 0, cells - 1));
    };
    for (std::uint32_t number = 0; std::cmp_less(number, maps.channels); ++number) {
      const Box there = map(number);
      if (!there.contains(at)) continue;
      return app::InsideCell{number, along(at.y - there.y, maps.rows),
                             along(at.x - there.x, maps.columns)};
    }
    return std::nullopt;
  }
  [[nodiscard]] Box filter(std::size_t number) const {
    const Box above = map(number);
    const float small = std::floor(side * kFilterShare);
    return {above.center().x - small / 2, above.bottom() + kMapGap, small, small};
  }
};

void InsidePanel::take_maps(const PanelContext& context, const app::ShownLayer& layer) {
  const app::Inside::Question& question = app::known_layers(context.state)->question;
  if (!(question == pictured_) || layer.number != pictured_layer_) ++version_;
  pictured_ = question;
  pictured_layer_ = layer.number;
  if (!maps_.shows(context.textures, version_)) {
    maps_.set(context.textures, atlas(layer), version_);
  }
}

void InsidePanel::draw_map(const PanelContext& context, const app::ShownLayer& layer,
                           const Grid& grid, std::uint32_t map) {
  const Box box = grid.map(map);
  maps_.draw_part(*ImGui::GetWindowDrawList(), box, atlas_part(layer.maps, map));
  if (layer.filters != nullptr && grid.filters) {
    draw_filter(context, *layer.filters, map, grid.filter(map));
  }
}

void InsidePanel::point(const PanelContext& context, const app::ShownLayer& layer,
                        const Grid& grid) {
  const Press press = press_area("maps", grid.box);
  const bool touch = ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen;
  const bool here = touch ? press.held : press.hovered;
  app::InsideSettings next{.layer = static_cast<std::uint32_t>(layer.number), .cell = {}};
  if (here) next.cell = grid.cell_at(ImGui::GetIO().MousePos, layer.maps);
  // What a finger has pointed at stays when it is lifted; what a script has is not taken away.
  const bool left = points_ && !touch;
  if ((next.cell || left) && !(next == context.state.inside.settings)) {
    context.actions.push_back(app::SetInside{next});
  }
  points_ = next.cell.has_value();
}

void InsidePanel::draw_maps(const PanelContext& context, const app::ShownLayer& layer,
                            const Box& box) {
  const auto count = static_cast<std::size_t>(layer.maps.channels);
  const Grid grid(box, count, layer.filters != nullptr);
  if (grid.side < 1) return;
  for (std::uint32_t map = 0; map < count; ++map) draw_map(context, layer, grid, map);
  if (const auto cell = app::pointed_cell(context.state, layer)) {
    const Box map = grid.map(cell->map);
    frame(context.theme, map.inset(-2), context.theme.colors->accent, 0, 2);
    frame_cell(context, cell_box(layer.maps, *cell, map));
  }
  point(context, layer, grid);
}

void InsidePanel::draw_large_map(const PanelContext& context, const app::ShownLayer& layer,
                                 Box box) {
  const auto cell = app::pointed_cell(context.state, layer);
  if (!cell) return;
  const Box map = box.cut_top(box.width);
  maps_.draw_part(*ImGui::GetWindowDrawList(), map, atlas_part(layer.maps, cell->map));
  frame_cell(context, cell_box(layer.maps, *cell, map));
  draw_text(context.theme, box.cut_top(kCaption), Style::kCaption, context.theme.colors->muted,
            app::say("inside.map-name", {{"number", cell->map + 1}}));
}

void InsidePanel::draw_content(const PanelContext& context, Box box) {
  const auto layer = app::shown_layer(context.state);
  if (!layer) {
    draw_paragraph(context.theme, box, Style::kSmall, context.theme.colors->muted,
                   app::inside_headline(context.state));
    return;
  }
  take_maps(context, *layer);
  Box row = box.cut_top(kChipHeight);
  box.cut_top(kGap8);
  cut_layers(context, *layer, row);
  const std::string headline = app::inside_headline(context.state);
  if (box.width >= kWideWidth) {
    draw_aside(context.theme, row, app::inside_words(context.state));
    draw_large_map(context, *layer, box.cut_right(box.height - kCaption));
    box.cut_right(kGap20);
  } else if (box.height < kLeastMaps) {  // beside the menu there is more room
    box = {row.x, row.y, row.width, box.bottom() - row.y};
  } else if (box.height < kLowHeight) {
    draw_aside(context.theme, row, headline);
  } else {
    const float lines = box.width < kNarrowWidth ? 4 : 2;
    draw_paragraph(context.theme, box.cut_bottom(lines * Theme::line_height(Style::kSmall)),
                   Style::kSmall, context.theme.colors->muted, headline);
    box.cut_bottom(kGap8);
  }
  draw_maps(context, *layer, box);
}

}  // namespace atelier::ui
