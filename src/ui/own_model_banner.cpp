// SPDX-License-Identifier: MIT
#include "ui/own_model_banner.hpp"

#include <cmath>
#include <string>

#include "app/own_model_words.hpp"
#include "ui/widgets.hpp"

namespace atelier::ui {
namespace {

// One chip after the other, from the left.
bool next_chip(const PanelContext& context, Box& row, const char* id, const char* label) {
  const bool pressed =
      chip(context.theme, id, row.cut_left(chip_width(context.theme, label)), label);
  row.cut_left(kGap8);
  return pressed;
}

std::string refusal_words(const app::OwnModel& own) {
  const std::string sentence(core::sentence(own.error->code));
  return own.refused_title.empty() ? sentence : own.refused_title + ": " + sentence;
}

void draw_chips(const PanelContext& context, Box row) {
  const app::OwnModel& own = context.state.own_model;
  app::Actions& actions = context.actions;
  if (own.opening) {
    if (next_chip(context, row, "cancel opening", "Cancel")) {
      actions.push_back(app::CancelOpening{});
    }
    row.cut_left(kGap8);
    const app::Transfer& progress = own.opening->progress;
    const float done = progress.bytes_total == 0 ? 0
                                                 : static_cast<float>(progress.bytes_received) /
                                                       static_cast<float>(progress.bytes_total);
    bar(context.theme, {row.x, row.center().y - 3, row.width, 6}, done,
        context.theme.colors->accent);
    return;
  }
  if (next_chip(context, row, "dismiss news", "All right")) {
    actions.push_back(app::DismissOwnModelNews{});
  }
  if (own.error) {
    if (next_chip(context, row, "open another", "Open another...")) {
      actions.push_back(app::ChooseModel{});
    }
    if (next_chip(context, row, "copy refusal", "Copy details")) {
      const std::string details =
          std::string(core::name(own.error->code)) + ": " + own.error->detail;
      ImGui::SetClipboardText(details.c_str());
    }
  } else if (next_chip(context, row, "change reading", "Change")) {
    actions.push_back(app::DismissOwnModelNews{});
    actions.push_back(app::SetView{app::View::kAbout});
  }
}

}  // namespace

void OwnModelBanner::draw_content(const PanelContext& context, Box& box) {
  const app::OwnModel& own = context.state.own_model;
  if (!own.opening && !own.error && !own.is_news) return;
  const Theme& theme = context.theme;
  std::string words = own.is_news ? app::news_words(context.state) : std::string();
  if (own.error) words = refusal_words(own);
  if (own.opening) words = app::opening_words(*own.opening);

  const float margin = context.phone ? kGap16 : kGap28;
  const float text_width = box.width - 2 * margin - 2 * kGap16;
  // Whole, so that what stands below keeps its pixels.
  const float text_height =
      std::ceil(text_size(theme, Style::kSmall, words, text_width).y * 1.4F) + 2;
  box.cut_top(kGap16);
  Box card = box.cut_top(text_height + kChipHeight + 2 * kGap12 + kGap8).inset(margin, 0);
  const bool failed = own.error && !own.opening;
  ImGui::GetWindowDrawList()->AddRectFilled(
      card.min(), card.max(), failed ? theme.colors->accent_soft : theme.colors->surface,
      kRadiusLarge);
  frame(theme, card, failed ? theme.colors->accent : theme.colors->line, kRadiusLarge);
  card = card.inset(kGap16, kGap12);
  draw_paragraph(theme, card.cut_top(text_height), Style::kSmall, theme.colors->text, words);
  card.cut_top(kGap8);
  draw_chips(context, card.cut_top(kChipHeight));
}

}  // namespace atelier::ui
