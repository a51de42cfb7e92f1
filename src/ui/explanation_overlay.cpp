// SPDX-License-Identifier: MIT
#include "ui/explanation_overlay.hpp"

#include "app/explanation.hpp"
#include "app/photo.hpp"
#include "core/preprocess.hpp"
#include "ui/photo_view.hpp"

namespace atelier::ui {
namespace {

// Where the picture that the network sees lies on the canvas.
Box seen_box(const app::State& state, const Box& canvas) {
  if (app::shows_sample(state)) return canvas;
  const core::FrameOnDrawing frame = core::seen_frame(state.steps);
  const bool photo = app::shows_photo(state);
  const Box whole = photo ? photo_box(state.photo, canvas) : canvas;
  const int width = photo ? state.photo.image.width : core::kCanvasSide;
  const float scale = whole.width / static_cast<float>(width);
  return {whole.x + scale * frame.x, whole.y + scale * frame.y, scale * frame.width,
          scale * frame.height};
}

}  // namespace

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
