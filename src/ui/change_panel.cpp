// SPDX-License-Identifier: MIT
#include "ui/change_panel.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "app/change_words.hpp"
#include "app/class_names.hpp"
#include "ui/chip_row.hpp"
#include "ui/curve_slider.hpp"
#include "ui/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kWideWidth = 600;    // from here on, all stand beside each other
constexpr float kNarrowWidth = 260;  // below, all stand under each other
constexpr float kPicture = 88;
constexpr float kCaption = 18;
constexpr float kCurveWidth = 290;  // at most
constexpr const char* kLeast = "Least";
constexpr float kTwoLines = 2 * 13 * 1.4F;
constexpr float kCurveHeight = 122;
constexpr float kLowHeight = 84;  // below what chips leave, there are no pictures

using Method = app::ChangeMethod;

void change(const PanelContext& context, const app::ChangeSettings& settings) {
  context.actions.push_back(app::SetChange{settings});
}

float draw_chips(const PanelContext& context, const Box& box) {
  const app::ChangeSettings& now = context.state.change.settings;
  app::ChangeSettings next = now;
  ChipRow chips(context, box);
  if (chips.add("one step", "One step", now.method == Method::kOneStep)) {
    next.method = Method::kOneStep;
  }
  tooltip(context.theme, "All pixels at once, by their gradient's sign (FGSM)");
  if (chips.add("many steps", "Many steps", now.method == Method::kManySteps)) {
    next.method = Method::kManySteps;
  }
  tooltip(context.theme, "A gray level at a time, looking anew each time (iterated FGSM)");
  // Its place is kept also while it is not there: the slider must not move under the pointer.
  const Box least = chips.place(chip_width(context.theme, kLeast));
  if (now.strength && chip(context.theme, "least strength", least, kLeast)) next.strength.reset();
  if (!(next == now)) change(context, next);
  return chips.height();
}

// By how much each pixel is brighter (orange) or darker (blue), the greatest as strong as colours
// are.
void draw_difference(const app::State& state, const Box& box, const app::Change::Known& changes,
                     int strength) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto changed = app::changed_picture(changes, strength);
  const auto& seen = state.input.seen;
  const float pixel = box.width / static_cast<float>(seen.width);
  for (int y = 0; y < seen.height; ++y) {
    for (int x = 0; x < seen.width; ++x) {
      const int by = int{changed[seen.index(x, y)]} - int{seen.at(x, y)};
      if (by == 0) continue;
      const ImVec2 at{box.x + pixel * static_cast<float>(x), box.y + pixel * static_cast<float>(y)};
      list.AddRectFilled(
          at, {at.x + pixel, at.y + pixel},
          opinion_color(static_cast<float>(by) / static_cast<float>(std::max(strength, 1)), 1));
    }
  }
}

Curve curve_of(const PanelContext& context, const app::Change::Known& changes, std::uint8_t label,
               ImU32 color) {
  Curve curve{app::answer_names(context.state)[label], color, {}};
  for (int strength = 0; strength <= app::kMostStrength; ++strength) {
    curve.points.emplace_back(static_cast<float>(strength),
                              app::changed_probabilities(context.state, changes, strength)[label]);
  }
  return curve;
}

void draw_curve(const PanelContext& context, const Box& box, const app::Change::Known& changes) {
  const Palette& colors = *context.theme.colors;
  const int strength = app::shown_strength(context.state, changes);
  CurveSlider slider{.id = "strength",
                     .tooltip = "By how many gray levels a pixel may change",
                     .least = 0,
                     .most = app::kMostStrength,
                     .value_words = app::gray_levels(strength),
                     .curves = {curve_of(context, changes, changes.label, colors.muted)}};
  if (changes.rival != changes.label) {
    slider.curves.push_back(curve_of(context, changes, changes.rival, colors.accent));
  }
  if (changes.least) slider.mark = static_cast<float>(*changes.least);
  auto value = static_cast<float>(strength);
  if (!draw_curve_slider(context, box, slider, value)) return;
  app::ChangeSettings settings = context.state.change.settings;
  settings.strength = static_cast<int>(std::lround(value));
  if (settings.strength != strength) change(context, settings);
}

void draw_words(const PanelContext& context, const Box& box, bool with_hints) {
  const Theme& theme = context.theme;
  std::string words = app::change_words(context.state);
  const std::string hints =
      " Orange pixels become brighter, blue ones darker. A press on a bar says what it shall "
      "become.";
  const auto fits = [&](const std::string& text) {
    const float lines = text_size(theme, Style::kSmall, text, box.width).y;
    return lines * Theme::line_height(Style::kSmall) / theme.imgui_size(Style::kSmall) <=
           box.height + 2;
  };
  if (with_hints && fits(words + hints)) words += hints;
  if (box.height < Theme::line_height(Style::kSmall) - 1) return;
  draw_paragraph(theme, box, Style::kSmall, theme.colors->muted, words);
}

}  // namespace

void ChangePanel::draw_pictures(const PanelContext& context, Box box, float side,
                                const app::Change::Known& changes) {
  const Palette& colors = *context.theme.colors;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const int strength = app::shown_strength(context.state, changes);
  const bool captions = box.height >= side + kCaption;
  const auto place = [&](const char* caption) {
    Box column = box.cut_left(side);
    box.cut_left(kGap12);
    const Box picture = column.cut_top(side);
    list.AddRectFilled(picture.min(), picture.max(), colors.cloth);
    if (captions)
      draw_text(context.theme, column.cut_top(kCaption), Style::kCaption, colors.muted, caption);
    return picture;
  };
  if (box.width >= 2 * side + kGap12) {
    draw_difference(context.state, place("The change"), changes, strength);
  }
  const auto pixels = app::changed_picture(changes, strength);
  changed_.set(context.textures,
               {core::kSampleSide, core::kSampleSide, {pixels.begin(), pixels.end()}},
               context.state.version);
  changed_.draw(list, place("Changed"));
}

void ChangePanel::draw_content(const PanelContext& context, Box box) {
  const app::Change::Known* changes = app::known_changes(context.state);
  if (box.width >= kWideWidth) {
    if (changes != nullptr) {
      draw_curve(context, box.cut_right(std::min(kCurveWidth, box.width * 0.36F)), *changes);
      box.cut_right(kGap24);
      const float side = std::min(kPicture, box.height - kCaption);
      draw_pictures(context, box.cut_right(2 * side + kGap12), side, *changes);
      box.cut_right(kGap24);
    }
    box.cut_top(draw_chips(context, box) + kGap8);
    return draw_words(context, box, true);
  }
  box.cut_top(draw_chips(context, box) + kGap8);
  if (changes == nullptr) return draw_words(context, box, false);
  if (box.width < kNarrowWidth) {
    draw_curve(context, box.cut_top(kCurveHeight), *changes);
    box.cut_top(kGap8);
    const float side = (box.width - kGap12) / 2;
    if (box.height >= side + kCaption + kTwoLines) {
      draw_pictures(context, box.cut_top(side + kCaption), side, *changes);
      box.cut_top(kGap8);
    }
    return draw_words(context, box, false);
  }
  if (box.height < kLowHeight) return draw_curve(context, box, *changes);
  draw_words(context, box.cut_bottom(kTwoLines), false);
  box.cut_bottom(kGap4);
  const float side = std::min({kPicture, box.height, (box.width - kGap12) / 4});
  draw_pictures(context, box.cut_left(2 * side + kGap12), side, *changes);
  box.cut_left(kGap16);
  draw_curve(context, box, *changes);
}

}  // namespace atelier::ui
