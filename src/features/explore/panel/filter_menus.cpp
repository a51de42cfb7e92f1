// SPDX-License-Identifier: MIT
#include "features/explore/panel/filter_menus.hpp"

#include <algorithm>
#include <cmath>

#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/explore/actions.hpp"
#include "features/explore/filter_facets.hpp"
#include "features/report/panel/evaluation_offer.hpp"
#include "kit/chip_row.hpp"
#include "kit/menu.hpp"

namespace atelier::ui {
namespace {

constexpr float kMenuWidth = 240;
constexpr float kSliderWidth = 120;
constexpr float kRangeHeight = 2 * kTarget;

bool has_answers(const app::State& state) { return app::shown_evaluation(state) != nullptr; }

void choose(const PanelContext& context, const app::ExploreFilter& filter) {
  context.actions.push_back(app::SetFilter{filter});
}

// Two sliders, in whole percent; one pushes the other along.
void draw_range(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  app::ExploreFilter filter = context.state.explore.filter;
  float& least = filter.least_confidence;
  float& most = filter.most_confidence;
  const auto whole = [](float share) { return std::round(100 * share) / 100; };
  float label_width = 40;
  for (const app::Key label : {app::Key("filter.least"), app::Key("filter.most")}) {
    const float needed = text_size(context.theme, Style::kSmall, app::say(label)).x + kGap8;
    label_width = std::max(label_width, needed);
  }
  const auto row = [&](const char* id, app::Key label, float& value) {
    Box line = box.cut_top(kTarget);
    draw_text(context.theme, line.cut_left(label_width), Style::kSmall, colors.muted,
              app::say(label));
    const Box track = line.cut_left(kSliderWidth);
    const bool moved = slider(context.theme, id, track, value, 0, 1, {});
    value = whole(value);
    line.cut_left(kGap12);
    draw_text(context.theme, line, Style::kSmall, colors.text,
              app::say("number.percent", {{"number", std::lround(100 * value)}}));
    return moved;
  };
  const bool moved_least = row("least", "filter.least", least);
  if (moved_least) most = std::max(most, least);
  const bool moved_most = row("most", "filter.most", most);
  if (moved_most) least = std::min(least, most);
  if ((moved_least || moved_most) && filter != context.state.explore.filter) {
    choose(context, filter);
  }
}

void draw_menu(const PanelContext& context, const app::FilterFacet& facet, const Box& anchor) {
  const bool offers = facet.needs_answers && !has_answers(context.state);
  const float row_height = menu_row_height(context.theme);
  float height =
      offers ? EvaluationOffer::kHeight : row_height * static_cast<float>(facet.choices.size());
  if (facet.has_range && !offers) height += kRangeHeight;
  auto list = begin_menu(context, facet.id, anchor, {kMenuWidth, height});
  if (!list) return;
  if (offers) {
    EvaluationOffer::draw_content(context, *list);
    end_menu();
    return;
  }
  for (std::size_t k = 0; k < facet.choices.size(); ++k) {
    const app::FilterChoice& choice = facet.choices[k];
    ImGui::PushID(static_cast<int>(k));
    const bool chosen = choice.filter == context.state.explore.filter;
    if (menu_row(context.theme, "choice", list->cut_top(row_height), choice.label, chosen)) {
      choose(context, choice.filter);
    }
    ImGui::PopID();
  }
  if (facet.has_range) draw_range(context, list->inset(kGap8, 0));
  end_menu();
}

}  // namespace

float FilterMenus::draw_chips(const PanelContext& context, const Box& box) {
  ChipRow chips(context, box);
  for (const app::FilterFacet& facet : app::filter_facets(context.state)) {
    if (!facet.needs_answers) continue;
    const Box at = chips.place(menu_chip_width(context.theme, facet.current));
    menu_chip(context, facet.id, at, facet.current, facet.set);
    draw_menu(context, facet, at);
  }
  return chips.height();
}

void FilterMenus::draw_list(const PanelContext& context, const Box& box) {
  const Palette& colors = *context.theme.colors;
  ImGui::SetCursorScreenPos(box.min());
  ImGui::BeginChild("filter list", {box.width, box.height}, ImGuiChildFlags_None,
                    ImGuiWindowFlags_NoScrollbar);
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  Box rest{origin.x, origin.y, box.width, 10'000};
  bool offered = false;
  for (const app::FilterFacet& facet : app::filter_facets(context.state)) {
    if (facet.needs_answers && !has_answers(context.state)) {
      if (!offered) EvaluationOffer::draw_content(context, rest.cut_top(EvaluationOffer::kHeight));
      offered = true;
      continue;
    }
    draw_text(context.theme, rest.cut_top(28), Style::kSmallStrong, colors.muted, facet.title);
    rest.cut_top(kGap4);
    ChipRow chips(context, rest);
    ImGui::PushID(facet.id);
    for (std::size_t k = 0; k < facet.choices.size(); ++k) {
      const app::FilterChoice& choice = facet.choices[k];
      ImGui::PushID(static_cast<int>(k));
      const bool chosen = choice.filter == context.state.explore.filter;
      const bool pressed = chips.add("choice", choice.label, chosen);
      if (pressed && !touch_scroll_.dragged()) choose(context, choice.filter);
      ImGui::PopID();
    }
    rest.cut_top(chips.height() + kGap8);
    if (facet.has_range) draw_range(context, rest.cut_top(kRangeHeight));
    ImGui::PopID();
  }
  ImGui::SetCursorScreenPos({rest.x, rest.y});
  ImGui::Dummy({1, kGap8});
  if (touch_scroll_.update(context.theme)) context.moving = true;
  ImGui::EndChild();
}

}  // namespace atelier::ui
