// SPDX-License-Identifier: MIT
#include "features/explain/map/panel/explanation_overlay.hpp"

#include "features/explain/map/map.hpp"
#include "features/explain/panel/seen_box.hpp"

namespace atelier::ui {

void draw_explanation_overlay(const PanelContext& context, const Box& canvas) {
  const auto map = app::shown_map(context.state);
  if (!map) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Box seen = seen_box(context.state, canvas);
  const float strength = context.state.explanation.settings.strength;
  const float width = seen.width / static_cast<float>(map->columns);
  const float height = seen.height / static_cast<float>(map->rows);
  for (int row = 0; row < map->rows; ++row) {
    for (int column = 0; column < map->columns; ++column) {
      const float value = map->values[static_cast<std::size_t>(row * map->columns + column)];
      if (value == 0) continue;
      const ImVec2 at{seen.x + width * static_cast<float>(column),
                      seen.y + height * static_cast<float>(row)};
      list.AddRectFilled(at, {at.x + width, at.y + height},
                         opinion_color(value / map->largest, strength));
    }
  }
}

}  // namespace atelier::ui
