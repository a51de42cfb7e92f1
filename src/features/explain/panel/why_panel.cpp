// SPDX-License-Identifier: MIT
#include "features/explain/panel/why_panel.hpp"

#include <algorithm>
#include <array>

#include "app/view.hpp"
#include "features/explain/actions.hpp"
#include "features/explain/map/map.hpp"
#include "features/explain/map/panel/explanation_panel.hpp"
#include "kit/menu.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr const char* kWhy = "Why?";
constexpr const char* kMenu = "why topics";
constexpr float kMenuWidth = 220;

}  // namespace

struct WhyPanel::Topic {
  app::WhyTopic topic;
  const char* id;     // of its chip
  const char* title;  // in the menu, and alone
  const char* word;   // on its chip, beside the others
  void (*draw_content)(WhyPanel&, const PanelContext&, const Box&);
};

std::span<const WhyPanel::Topic> WhyPanel::topics() {
  static constexpr std::array kTopics = {
      Topic{app::WhyTopic::kMap, "map", "Where it looked", "Where it looked",
            [](WhyPanel&, const PanelContext& context, const Box& box) {
              ExplanationPanel::draw_content(context, box);
            }},
      Topic{app::WhyTopic::kNeighbours, "neighbours", "Nearest training images", "Neighbours",
            [](WhyPanel& panel, const PanelContext& context, const Box& box) {
              panel.neighbours_.draw_content(context, box);
            }},
      Topic{app::WhyTopic::kInside, "inside", "Inside the network", "Inside",
            [](WhyPanel& panel, const PanelContext& context, const Box& box) {
              panel.inside_.draw_content(context, box);
            }},
      Topic{app::WhyTopic::kChange, "change", "What would change its mind", "Change its mind",
            [](WhyPanel& panel, const PanelContext& context, const Box& box) {
              panel.change_.draw_content(context, box);
            }},
      Topic{app::WhyTopic::kStress, "stress", "What the answer bears", "Stress",
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
  return useful ? ui::chip_width(context.theme, kWhy) : 0;
}

void WhyPanel::draw_chip(const PanelContext& context, const Box& box) {
  if (box.width == 0) return;
  const bool in_sight = context.state.view == app::View::kDraw;
  const bool open = is_open(context.state) && in_sight;
  if (!chip(context.theme, "why", box, kWhy, open)) return;
  if (!in_sight) context.actions.push_back(app::SetView{app::View::kDraw});
  if (open) {
    context.actions.push_back(app::OpenWhy{});
  } else {
    context.actions.push_back(app::OpenWhy{context.state.why.value_or(app::WhyTopic::kMap)});
  }
}

void WhyPanel::draw_title(const PanelContext& context, const Box& box, Style style) {
  const Topic* open = find(context.state);
  if (topics().size() == 1) {
    draw_text(context.theme, box, style, context.theme.colors->text, open->title);
    return;
  }
  float width = -kGap8;
  for (const Topic& each : topics()) width += ui::chip_width(context.theme, each.word) + kGap8;
  if (width > box.width) return draw_menu(context, box, *open);
  Box row = box;
  for (const Topic& each : topics()) {
    if (chip_at_left(context.theme, each.id, row, each.word, &each == open)) {
      context.actions.push_back(app::OpenWhy{each.topic});
    }
  }
}

void WhyPanel::draw_menu(const PanelContext& context, Box box, const Topic& open) {
  const bool fits = menu_chip_width(context.theme, open.title) <= box.width;
  const char* label = fits ? open.title : open.word;
  const float width = std::min(menu_chip_width(context.theme, label), box.width);
  const Box at = box.cut_left(width).middle(kChipHeight);
  menu_chip(context, kMenu, at, label, true);
  const float height = menu_row_height(context.theme);
  const auto count = static_cast<float>(topics().size());
  auto list = begin_menu(context, kMenu, at, {kMenuWidth, height * count});
  if (!list) return;
  for (const Topic& each : topics()) {
    if (menu_row(context.theme, each.id, list->cut_top(height), each.title, &each == &open)) {
      context.actions.push_back(app::OpenWhy{each.topic});
    }
  }
  end_menu();
}

void WhyPanel::draw_content(const PanelContext& context, Box box, bool has_title) {
  if (!has_title && topics().size() > 1) {
    draw_title(context, box.cut_top(kChipHeight), Style::kBodyStrong);
    box.cut_top(kGap8);
  }
  find(context.state)->draw_content(*this, context, box);
}

}  // namespace atelier::ui
