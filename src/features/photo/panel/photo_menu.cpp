// SPDX-License-Identifier: MIT
#include "features/photo/panel/photo_menu.hpp"

#include <string>

#include "app/say.hpp"
#include "features/photo/actions.hpp"
#include "features/photo/photo.hpp"
#include "kit/menu.hpp"

namespace atelier::ui {
namespace {

constexpr const char* kMenu = "photo";
constexpr app::Key kLabel = "photo.title";
constexpr float kWidth = 220;

void draw_menu(const PanelContext& context, const Box& anchor) {
  const app::State& state = context.state;
  const bool has_other = state.photo.there() && !app::shows_photo(state);
  const float height = menu_row_height(context.theme);
  const float rows = has_other ? 3 : 2;
  const bool can_drop = !context.theme.coarse_pointer;
  const std::string words = can_drop ? app::say("photo.drop") : app::say("photo.stays");
  const float words_height =
      text_size(context.theme, Style::kSmall, words, kWidth - 2 * kGap8).y * 1.4F + kGap8;
  auto list = begin_menu(context, kMenu, anchor, {kWidth, height * rows + words_height});
  if (!list) return;
  if (menu_row(context.theme, "choose", list->cut_top(height), app::say("photo.choose"), false)) {
    context.actions.push_back(app::ChoosePhoto{});
  }
  if (menu_row(context.theme, "camera", list->cut_top(height), app::say("photo.camera"), false)) {
    context.actions.push_back(app::UseCamera{});
  }
  if (has_other &&
      menu_row(context.theme, "back", list->cut_top(height), app::say("photo.back"), false)) {
    context.actions.push_back(app::ShowPhoto{});
  }
  draw_paragraph(context.theme, list->inset(kGap8, kGap4), Style::kSmall,
                 context.theme.colors->muted, words);
  end_menu();
}

}  // namespace

float PhotoMenu::width(const PanelContext& context) {
  return menu_chip_width(context.theme, app::say(kLabel)) + kGap8;
}

void PhotoMenu::draw_at_right(const PanelContext& context, Box& row) {
  const std::string label = app::say(kLabel);
  const Box at = row.cut_right(menu_chip_width(context.theme, label)).middle(kChipHeight);
  row.cut_right(kGap8);
  menu_chip(context, kMenu, at, label, false);
  draw_menu(context, at);
}

void PhotoMenu::draw_short_at_right(const PanelContext& context, Box& row) {
  const Box at = row.cut_right(kTarget).middle(kChipHeight);
  row.cut_right(kGap8);
  if (chip(context.theme, kMenu, at, "")) open_menu(context, kMenu);
  draw_icon(*ImGui::GetWindowDrawList(), Icon::kPhoto, at.center(), 20, context.theme.colors->text);
  draw_menu(context, at);
}

void PhotoMenu::draw_button(const PanelContext& context, const Box& box) {
  if (icon_button(context.theme, kMenu, box, Icon::kPhoto, app::say(kLabel))) {
    open_menu(context, kMenu);
  }
  draw_menu(context, box);
}

}  // namespace atelier::ui
