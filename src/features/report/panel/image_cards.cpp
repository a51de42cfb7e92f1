// SPDX-License-Identifier: MIT
#include "features/report/panel/image_cards.hpp"

#include <algorithm>

#include "app/view.hpp"
#include "features/explore/actions.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {

CardGrid::CardGrid(const Box& box, float least_width, float height)
    : box_(box),
      columns_(
          static_cast<std::size_t>(std::max((box.width + kGap8) / (least_width + kGap8), 1.0F))),
      pitch_((box.width + kGap8) / static_cast<float>(columns_)),
      height_(height) {}

Box CardGrid::card(std::size_t number) const {
  const auto column = static_cast<float>(number % columns_);
  const auto row = static_cast<float>(number / columns_);
  return {box_.x + column * pitch_, box_.y + row * (height_ + kGap8), pitch_ - kGap8, height_};
}

float CardGrid::height(std::size_t count) const {
  const std::size_t rows = (count + columns_ - 1) / columns_;
  return rows == 0 ? 0 : static_cast<float>(rows) * (height_ + kGap8) - kGap8;
}

void draw_sample(const PanelContext& context, std::uint32_t index, const Box& at, bool pressable) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at.min(), at.max(), context.theme.colors->cloth, 4);
  context.sheets.draw(list, index, at, 4);
  const Press press = press_area("image", at);
  if (press.hovered) frame(context.theme, at.inset(-2), context.theme.colors->accent, 6, 2);
  if (!press.pressed || !pressable) return;
  context.actions.push_back(app::SelectSample{index});
  context.actions.push_back(app::SetView{app::View::kDraw});
}

}  // namespace atelier::ui
