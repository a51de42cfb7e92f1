// SPDX-License-Identifier: MIT
#include "ui/error_banner.hpp"

#include <cmath>
#include <string>

#include "app/wording.hpp"
#include "ui/widgets.hpp"

namespace atelier::ui {

void ErrorBanner::draw_content(const PanelContext& context, Box& box) {
  const core::Error* serious = app::current_error(context.state);
  const core::Error* error = serious != nullptr ? serious : app::notice(context.state);
  if (error == nullptr) return;
  const Theme& theme = context.theme;
  const float margin = context.phone ? kGap16 : kGap28;
  const std::string sentence =
      serious != nullptr ? std::string(core::sentence(error->code)) : app::notice_words(*error);
  const float text_width = box.width - 2 * margin - 2 * kGap16;
  // Whole, so that what stands below keeps its pixels.
  const float text_height =
      std::ceil(text_size(theme, Style::kSmall, sentence, text_width).y * 1.4F) + 2;
  box.cut_top(kGap16);
  Box card = box.cut_top(text_height + kChipHeight + 2 * kGap12 + kGap8).inset(margin, 0);
  const ImU32 fill = serious != nullptr ? theme.colors->accent_soft : theme.colors->surface;
  ImGui::GetWindowDrawList()->AddRectFilled(card.min(), card.max(), fill, kRadiusLarge);
  frame(theme, card, serious != nullptr ? theme.colors->accent : theme.colors->line, kRadiusLarge);
  card = card.inset(kGap16, kGap12);
  draw_paragraph(theme, card.cut_top(text_height), Style::kSmall, theme.colors->text, sentence);
  card.cut_top(kGap8);
  if (serious == nullptr) {
    const Box dismiss = card.cut_left(chip_width(theme, "All right"));
    if (chip(theme, "dismiss", dismiss, "All right")) {
      context.actions.push_back(app::DismissNotice{});
    }
    card.cut_left(kGap8);
  }
  const Box retry = card.cut_left(chip_width(theme, "Try again"));
  if (chip(theme, "retry", retry, "Try again")) context.actions.push_back(app::Retry{});
  card.cut_left(kGap8);
  const Box copy = card.cut_left(chip_width(theme, "Copy details"));
  if (chip(theme, "copy details", copy, "Copy details")) {
    const std::string details = std::string(core::name(error->code)) + ": " + error->detail;
    ImGui::SetClipboardText(details.c_str());
  }
}

}  // namespace atelier::ui
