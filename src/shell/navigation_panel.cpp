// SPDX-License-Identifier: MIT
#include "shell/navigation_panel.hpp"

#include <array>
#include <string>
#include <tuple>

#include "app/say.hpp"
#include "app/view.hpp"
#include "kit/icons.hpp"
#include "kit/widgets.hpp"
#include "shell/views.hpp"

namespace atelier::ui {
namespace {

struct Entry {
  app::View view;
  Icon icon;
};

template <typename Panels>
struct Entries;
template <typename... Panels>
struct Entries<std::tuple<Panels...>> {
  static constexpr std::array all = {Entry{Panels::kView, Panels::kIcon}...};
};
constexpr std::array kEntries = Entries<ViewPanels>::all;

void draw_entry(const PanelContext& context, const Box& box, const Entry& entry) {
  const Palette& colors = *context.theme.colors;
  const bool current = context.state.view == entry.view;
  const std::string id(name(entry.view));
  const Press press = press_area(id.c_str(), box);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (current && !context.phone) {
    list.AddRectFilled(box.min(), box.max(), colors.accent_soft, kRadius);
  } else if (press.hovered && !context.phone) {
    list.AddRectFilled(box.min(), box.max(), colors.sunk, kRadius);
  }
  const ImU32 ink = current ? colors.accent : colors.muted;
  draw_icon(list, entry.icon, {box.center().x, box.y + 20}, 20, ink);
  const std::string label = app::say(app::Key::of("view.", id));
  const Style style =
      fitting_style(context.theme, label, box.width,
                    {current ? Style::kSmallStrong : Style::kSmall, Style::kCaption});
  draw_text(context.theme, {box.x, box.y + 31, box.width, 18}, style, current ? colors.text : ink,
            label, Align::kCenter);
  if (press.pressed) context.actions.push_back(app::SetView{entry.view});
}

}  // namespace

void NavigationPanel::draw_content(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (context.phone) {
    list.AddRectFilled(box.min(), {box.right(), box.y + 1}, colors.line);
    const float width = box.width / static_cast<float>(kEntries.size());
    for (const Entry& entry : kEntries) {
      Box cell = box.cut_left(width);
      draw_entry(context, {cell.x, cell.y + 4, cell.width, kBottomBarHeight - 8}, entry);
    }
    return;
  }
  list.AddRectFilled({box.right() - 1, box.y}, box.max(), colors.line);
  const Box mark = box.cut_top(72);
  draw_text(context.theme, mark, Style::kTitle, colors.text, "At", Align::kCenter);
  box = box.inset(kGap8, 0);
  for (const Entry& entry : kEntries) {
    draw_entry(context, box.cut_top(56), entry);
    box.cut_top(kGap4);
  }
}

}  // namespace atelier::ui
