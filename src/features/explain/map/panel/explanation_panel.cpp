// SPDX-License-Identifier: MIT
#include "features/explain/map/panel/explanation_panel.hpp"

#include <string>
#include <string_view>

#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/data/class_names.hpp"
#include "features/explain/map/actions.hpp"
#include "features/explain/map/words.hpp"
#include "kit/chip_row.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

using Method = app::ExplanationMethod;

constexpr float kScaleHeight = 44;  // of legend and slider
constexpr float kWideWidth = 600;   // from here on, words stand beside the scale
constexpr float kNarrowWidth = 260;

void change(const PanelContext& context, const app::ExplanationSettings& settings) {
  context.actions.push_back(app::Explain{settings});
}

// Returns the height that they took.
float draw_chips(const PanelContext& context, const Box& box) {
  const app::ExplanationSettings& now = context.state.explanation.settings;
  app::ExplanationSettings next = now;
  ChipRow chips(context, box);
  if (chips.add("activation", app::say("map.activation"), now.method == Method::kActivation)) {
    next.method = Method::kActivation;
  }
  if (chips.add("occlusion", app::say("map.occlusion"), now.method == Method::kOcclusion)) {
    next.method = Method::kOcclusion;
  }
  if (now.method == Method::kOcclusion) {
    // Each press takes the next size, and after the last the first.
    if (chips.add("patch", app::sides(now.patch, now.patch))) {
      next.patch = now.patch < 7 ? now.patch + 2 : 3;
    }
    if (chips.add("stride", app::say("map.stride", {{"cells", now.stride}}))) {
      next.stride = now.stride % 3 + 1;
    }
  }
  if (!(next == now)) change(context, next);
  return chips.height();
}

// The colours on cloth, as on the canvas, with a number at each end.
void draw_legend(const PanelContext& context, Box box, const app::ShownMap& map) {
  const Palette& colors = *context.theme.colors;
  Box words = box.cut_top(18);
  const std::string number = app::decimals(static_cast<double>(map.largest), 1);
  const std::string least = "-" + number;
  const std::string most = "+" + number;
  const auto width = [&](const std::string& text) {
    return text_size(context.theme, Style::kCaption, text).x;
  };
  std::string against = least + " " + app::speaks_against(context.state, map);
  std::string in_favour = app::speaks_for(context.state, map) + " " + most;
  if (width(against) + width(in_favour) + kGap12 > words.width) {
    against = least + " " + app::say("map.against-short");
    in_favour = app::say("map.for-short", {{"name", app::answer_names(context.state)[map.label]}}) +
                " " + most;
  }
  if (width(against) + width(in_favour) + kGap12 > words.width) {
    in_favour = app::say("map.for-shortest") + " " + most;
  }
  draw_text(context.theme, words, Style::kCaption, colors.text, against);
  draw_text(context.theme, words, Style::kCaption, colors.text, in_favour, Align::kRight);
  box.cut_top(kGap4);
  const Box scale = box.cut_top(12);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(scale.min(), scale.max(), colors.cloth);
  const float strength = context.state.explanation.settings.strength;
  const float middle = scale.center().x;
  const ImU32 low = opinion_color(-1, strength), high = opinion_color(1, strength);
  const ImU32 no_low = opinion_color(-1, 0), no_high = opinion_color(1, 0);
  list.AddRectFilledMultiColor(scale.min(), {middle, scale.bottom()}, low, no_low, no_low, low);
  list.AddRectFilledMultiColor({middle, scale.y}, scale.max(), no_high, high, high, no_high);
  frame(context.theme, scale.inset(-1), colors.line, 2);
}

void draw_strength(const PanelContext& context, Box box) {
  draw_text(context.theme, box.cut_top(18), Style::kCaption, context.theme.colors->muted,
            app::say("map.strength"));
  app::ExplanationSettings settings = context.state.explanation.settings;
  if (slider(context.theme, "strength", box, settings.strength, 0, 1,
             app::say("map.strength-tooltip"))) {
    change(context, settings);
  }
}

// Returns the height that they took.
float draw_scale(const PanelContext& context, const Box& box, const app::ShownMap& map) {
  Box rest = box;
  if (box.width < kNarrowWidth) {
    draw_legend(context, rest.cut_top(kScaleHeight), map);
    draw_strength(context, rest.cut_top(kScaleHeight));
    return 2 * kScaleHeight;
  }
  Box row = rest.cut_top(kScaleHeight);
  draw_strength(context, row.cut_right(box.width * 0.3F));
  row.cut_right(kGap16);
  draw_legend(context, row, map);
  return kScaleHeight;
}

void draw_words(const PanelContext& context, const Box& box) {
  if (box.height < 2 * Theme::line_height(Style::kSmall) - 1) return;
  draw_paragraph(context.theme, box, Style::kSmall, context.theme.colors->muted,
                 app::explanation_words(context.state));
}

}  // namespace

void ExplanationPanel::draw_content(const PanelContext& context, Box box) {
  const auto map = app::shown_map(context.state);
  const bool wide = box.width >= kWideWidth;
  Box side = wide ? box.cut_right(box.width * 0.52F) : Box{};
  if (wide) box.cut_right(kGap28);
  box.cut_top(draw_chips(context, box) + kGap8);
  if (map) {
    Box& place = wide ? side : box;
    place.cut_top(draw_scale(context, place, *map) + kGap8);
  }
  draw_words(context, box);
  if (!wide || !map) return;
  draw_paragraph(context.theme, side, Style::kSmall, context.theme.colors->muted,
                 app::say("map.press"));
}

}  // namespace atelier::ui
