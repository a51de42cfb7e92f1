// SPDX-License-Identifier: MIT
// kit/menu.hpp: a chip that opens a list to choose from.
//
//   menu_chip(context, "verdict", box, "Any verdict", false);
//   if (auto list = begin_menu(context, "verdict", box, {200, 4 * menu_row_height(theme)})) {
//     if (menu_row(context.theme, "unsure", list->cut_top(...), "Not sure", chosen)) ...
//     end_menu();
//   }
#pragma once

#include <optional>
#include <string_view>

#include "kit/box.hpp"
#include "kit/panel_context.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {

[[nodiscard]] float menu_chip_width(const Theme& theme, std::string_view label);
[[nodiscard]] float menu_row_height(const Theme& theme);

// `set`: something other than what it says by default is chosen.
void menu_chip(const PanelContext& context, const char* id, const Box& box, std::string_view label,
               bool set);

// Opens the menu of this id, for those who draw something else than a chip.
void open_menu(const PanelContext& context, const char* id);

// While the menu of this id is open: the place for `size` of content, beside `anchor` and within
// the page; it scrolls where there is less room. Must then be ended.
[[nodiscard]] std::optional<Box> begin_menu(const PanelContext& context, const char* id,
                                            const Box& anchor, ImVec2 size);
void end_menu();
// For a row whose words are drawn by who asks for it: the menu becomes at least so wide.
void menu_needs(float width);
// Makes the menu as wide as its label needs. Also takes the pressed row's choice as the menu's
// last.
bool menu_row(const Theme& theme, const char* id, const Box& row, std::string_view label,
              bool chosen);

// Nothing below a menu may take what is pressed while one is open.
[[nodiscard]] bool any_menu_open();

}  // namespace atelier::ui
