// SPDX-License-Identifier: MIT
#include "features/explain/panel/why_panel.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "app/say.hpp"
#include "app/view.hpp"
#include "features/explain/actions.hpp"
#include "features/explain/map/map.hpp"
#include "features/explain/map/panel/explanation_panel.hpp"
#include "kit/menu.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr app::Key kWhy = "why.title";
constexpr const char* kMenu = "why topics";
constexpr float kMenuWidth = 220;
constexpr float kCrossRoom = 20;

// The chip of the topic that is open, with a cross: a press closes it.
bool closing_chip_at_left(const Theme& theme, const char* id, Box& row, const std::string& label) {
  const Box box = row.cut_left(chip_width(theme, label) + kCrossRoom).middle(kChipHeight);
  row.cut_left(kGap8);
  const bool pressed = chip(theme, id, box, "", true);
  tooltip(theme, app::say("why.close"));
  Box inside = box.inset(kGap16, 0);
  const Box cross = inside.cut_right(kCrossRoom);
  draw_text(theme, inside, Style::kSmallMedium, theme.colors->paper, label);
  draw_icon(*ImGui::GetWindowDrawList(), Icon::kCross, {cross.right() - 6, cross.center().y}, 12,
            theme.colors->paper);
  return pressed;
}

}  // namespace

struct WhyPanel::Topic {
  app::WhyTopic topic;
  const char* id;  // of its chip
  app::Key title;  // in the menu, and alone
  app::Key word;   // on its chip, beside the others
  void (*draw_content)(WhyPanel&, const PanelContext&, const Box&);
};

std::span<const WhyPanel::Topic> WhyPanel::topics() {
  static constexpr std::array kTopics = {
      Topic{app::WhyTopic::kMap, "map", "why.map", "why.map",
            [](WhyPanel&, const PanelContext& context, const Box& box) {
              ExplanationPanel::draw_content(context, box);
            }},
      Topic{app::WhyTopic::kNeighbours, "neighbours", "why.neighbours", "why.neighbours-short",
            [](WhyPanel& panel, const PanelContext& context, const Box& box) {
              panel.neighbours_.draw_content(context, box);
            }},
      Topic{app::WhyTopic::kInside, "inside", "why.inside", "why.inside-short",
            [](WhyPanel& panel, const PanelContext& context, const Box& box) {
              panel.inside_.draw_content(context, box);
            }},
      Topic{app::WhyTopic::kChange, "change", "why.change", "why.change-short",
            [](WhyPanel& panel, const PanelContext& context, const Box& box) {
              panel.change_.draw_content(context, box);
            }},
      Topic{app::WhyTopic::kStress, "stress", "why.stress", "why.stress-short",
            [](WhyPanel& panel, const PanelContext& context, const Box& box) {
              panel.stress_.draw_content(context, box);
            }},
  };
  return kTopics;
}

const WhyPanel::Topic* WhyPanel::find(const app::State& state) {
  for (const Topic& each : topics()) {
    if (state.why == each.topic) return &each;
  }
  return nullptr;
}

float WhyPanel::chip_width(const PanelContext& context) {
  const bool useful = is_open(context.state) || app::has_something_to_explain(context.state);
  return useful ? ui::chip_width(context.theme, app::say(kWhy)) : 0;
}

void WhyPanel::draw_chip(const PanelContext& context, const Box& box) {
  if (box.width == 0) return;
  const bool in_sight = context.state.view == app::View::kDraw;
  const bool open = is_open(context.state) && in_sight;
  if (!chip(context.theme, "why", box, app::say(kWhy), open)) return;
  if (!in_sight) context.actions.push_back(app::SetView{app::View::kDraw});
  if (open) {
    context.actions.push_back(app::OpenWhy{});
  } else {
    context.actions.push_back(app::OpenWhy{context.state.why.value_or(app::WhyTopic::kMap)});
  }
}

void WhyPanel::draw_title(const PanelContext& context, Box box, Style style) {
  const auto close = [&] { context.actions.push_back(app::OpenWhy{}); };
  if (!any_menu_open() && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) close();
  const Topic* open = find(context.state);
  float width = kCrossRoom - kGap8;
  for (const Topic& each : topics()) {
    width += ui::chip_width(context.theme, app::say(each.word)) + kGap8;
  }
  if (topics().size() == 1 || width > box.width) {
    const Box cross = box.cut_right(kTarget).middle(kTarget);
    box.cut_right(kGap8);
    if (icon_button(context.theme, "close why", cross, Icon::kCross, app::say("why.close"))) {
      close();
    }
    if (topics().size() > 1) return draw_menu(context, box, *open);
    draw_text(context.theme, box, style, context.theme.colors->text, app::say(open->title));
    return;
  }
  Box row = box;
  for (const Topic& each : topics()) {
    if (&each == open) {
      if (closing_chip_at_left(context.theme, each.id, row, app::say(each.word))) close();
    } else if (chip_at_left(context.theme, each.id, row, app::say(each.word))) {
      context.actions.push_back(app::OpenWhy{each.topic});
    }
  }
}

void WhyPanel::draw_menu(const PanelContext& context, Box box, const Topic& open) {
  const std::string title = app::say(open.title);
  const bool fits = menu_chip_width(context.theme, title) <= box.width;
  const std::string label = fits ? title : app::say(open.word);
  const float width = std::min(menu_chip_width(context.theme, label), box.width);
  const Box at = box.cut_left(width).middle(kChipHeight);
  menu_chip(context, kMenu, at, label, true);
  const float height = menu_row_height(context.theme);
  const auto count = static_cast<float>(topics().size());
  auto list = begin_menu(context, kMenu, at, {kMenuWidth, height * count});
  if (!list) return;
  for (const Topic& each : topics()) {
    if (menu_row(context.theme, each.id, list->cut_top(height), app::say(each.title),
                 &each == &open)) {
      context.actions.push_back(app::OpenWhy{each.topic});
    }
  }
  end_menu();
}

void WhyPanel::draw_content(const PanelContext& context, Box box, bool has_title) {
  if (!has_title && topics().size() > 1) {
    draw_title(context, box.cut_top(kTarget), Style::kBodyStrong);
    box.cut_top(kGap8);
  }
  find(context.state)->draw_content(*this, context, box);
}

}  // namespace atelier::ui
