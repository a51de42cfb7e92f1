// SPDX-License-Identifier: MIT
#include "features/explain/inside/panel/receptive_field_overlay.hpp"

#include "features/explain/inside/inside.hpp"
#include "features/explain/panel/seen_box.hpp"

namespace atelier::ui {

void draw_receptive_field_overlay(const PanelContext& context, const Box& canvas) {
  const auto layer = app::shown_layer(context.state);
  if (!layer) return;
  const auto cell = app::pointed_cell(context.state, *layer);
  if (!cell) return;
  const core::Rect pixels = app::seen_pixels(layer->maps, *cell);
  const Box seen = seen_box(context.state, canvas);
  const float scale = seen.width / static_cast<float>(core::kSampleSide);
  const Box field{
      seen.x + scale * static_cast<float>(pixels.x), seen.y + scale * static_cast<float>(pixels.y),
      scale * static_cast<float>(pixels.width), scale * static_cast<float>(pixels.height)};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  // The rest steps back. A light line in a dark one is seen on any gray.
  const ImU32 shade = IM_COL32(0, 0, 0, 110);
  list.AddRectFilled(canvas.min(), {canvas.right(), field.y}, shade);
  list.AddRectFilled({canvas.x, field.bottom()}, canvas.max(), shade);
  list.AddRectFilled({canvas.x, field.y}, {field.x, field.bottom()}, shade);
  list.AddRectFilled({field.right(), field.y}, {canvas.right(), field.bottom()}, shade);
  const Box dark = field.inset(-1);
  list.AddRect(dark.min(), dark.max(), IM_COL32(0, 0, 0, 160), 0, 0, 3);
  list.AddRect(field.min(), field.max(), IM_COL32(255, 255, 255, 235), 0, 0, 1.5F);
}

}  // namespace atelier::ui
