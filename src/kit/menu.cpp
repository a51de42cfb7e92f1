// SPDX-License-Identifier: MIT
#include "kit/menu.hpp"

#include <algorithm>

namespace atelier::ui {
namespace {

constexpr float kArrowRoom = 18;
constexpr float kRowHeight = 36;
constexpr float kMarkRoom = 20;  // of what is chosen

// The menu that is open, and what its rows have needed so far: it is as wide from the frame after
// the first on, which ImGui hides.
struct {
  ImGuiID id = 0;
  float width = 0;
} shown_menu;

void draw_arrow(ImVec2 center, ImU32 color) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.PathLineTo({center.x - 3.5F, center.y - 1.75F});
  list.PathLineTo({center.x, center.y + 1.75F});
  list.PathLineTo({center.x + 3.5F, center.y - 1.75F});
  list.PathStroke(color, ImDrawFlags_None, 1.5F);
}

}  // namespace

float menu_chip_width(const Theme& theme, std::string_view label) {
  return chip_width(theme, label) + kArrowRoom;
}

float menu_row_height(const Theme& theme) { return theme.coarse_pointer ? kTarget : kRowHeight; }

void menu_chip(const PanelContext& context, const char* id, const Box& box, std::string_view label,
               bool set) {
  const Palette& colors = *context.theme.colors;
  if (chip(context.theme, id, box, "", set)) open_menu(context, id);
  Box inside = box.inset(kGap16, 0);
  const Box arrow = inside.cut_right(kArrowRoom);
  const ImU32 ink = set ? colors.paper : colors.text;
  draw_text(context.theme, inside, Style::kSmallMedium, ink, label);
  draw_arrow({arrow.right() - 4, arrow.center().y}, ink);
}

void open_menu(const PanelContext& context, const char* id) {
  ImGui::OpenPopup(id);
  context.moving = true;  // it is first seen in the frame after the next
}

std::optional<Box> begin_menu(const PanelContext& context, const char* id, const Box& anchor,
                              ImVec2 size) {
  if (!ImGui::IsPopupOpen(id)) return std::nullopt;
  const ImVec2 page = ImGui::GetIO().DisplaySize;
  if (shown_menu.id != ImGui::GetID(id)) shown_menu = {ImGui::GetID(id), 0};
  size.x = std::max(size.x, std::min(shown_menu.width, page.x - 4 * kGap8));
  const float below = page.y - anchor.bottom() - kGap12;
  const float above = anchor.y - kGap12;
  ImVec2 window{size.x + 2 * kGap8, size.y + 2 * kGap8};
  const bool goes_below = window.y <= below || below >= above;
  window.y = std::min(window.y, goes_below ? below : above);
  const float x = std::clamp(anchor.x, kGap8, std::max(page.x - window.x - kGap8, kGap8));
  ImGui::SetNextWindowPos({x, goes_below ? anchor.bottom() + kGap4 : anchor.y - kGap4 - window.y});
  ImGui::SetNextWindowSizeConstraints(window, window);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(kGap8, kGap8));
  ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, kRadiusLarge);
  const bool open = ImGui::BeginPopup(id, ImGuiWindowFlags_NoMove);
  ImGui::PopStyleVar(2);
  // ImGui hides it while it learns its size.
  if (!open || ImGui::IsWindowAppearing()) context.moving = true;
  if (!open) return std::nullopt;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  return Box{at.x, at.y, size.x, size.y};
}

void end_menu() { ImGui::EndPopup(); }

void menu_needs(float width) { shown_menu.width = std::max(shown_menu.width, width); }

bool menu_row(const Theme& theme, const char* id, const Box& row, std::string_view label,
              bool chosen) {
  const Palette& colors = *theme.colors;
  const Press press = press_area(id, row);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (press.hovered) list.AddRectFilled(row.min(), row.max(), colors.sunk, kRadius);
  Box inside = row.inset(kGap8, 0);
  const Box mark = inside.cut_right(kMarkRoom);
  menu_needs(text_size(theme, Style::kSmallStrong, label).x + 2 * kGap8 + kMarkRoom);
  draw_text(theme, inside, chosen ? Style::kSmallStrong : Style::kSmall, colors.text, label);
  if (chosen) draw_icon(list, Icon::kCheck, mark.center(), 14, colors.accent);
  if (press.pressed) ImGui::CloseCurrentPopup();
  return press.pressed;
}

bool any_menu_open() {
  return ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
}

}  // namespace atelier::ui
