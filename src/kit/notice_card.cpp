// SPDX-License-Identifier: MIT
#include "kit/notice_card.hpp"

#include <cmath>

#include "kit/widgets.hpp"

namespace atelier::ui {

Box notice_card(const PanelContext& context, Box& box, std::string_view words, bool serious) {
  const Theme& theme = context.theme;
  const float margin = context.phone ? kGap16 : kGap28;
  const float text_width = box.width - 2 * margin - 2 * kGap16;
  // Whole, so that what stands below keeps its pixels.
  const float text_height =
      std::ceil(text_size(theme, Style::kSmall, words, text_width).y * 1.4F) + 2;
  box.cut_top(kGap16);
  Box card = box.cut_top(text_height + kChipHeight + 2 * kGap12 + kGap8).inset(margin, 0);
  const ImU32 fill = serious ? theme.colors->accent_soft : theme.colors->surface;
  ImGui::GetWindowDrawList()->AddRectFilled(card.min(), card.max(), fill, kRadiusLarge);
  frame(theme, card, serious ? theme.colors->accent : theme.colors->line, kRadiusLarge);
  card = card.inset(kGap16, kGap12);
  draw_paragraph(theme, card.cut_top(text_height), Style::kSmall, theme.colors->text, words);
  card.cut_top(kGap8);
  return card.cut_top(kChipHeight);
}

}  // namespace atelier::ui
