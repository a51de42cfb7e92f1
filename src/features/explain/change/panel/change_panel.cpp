// SPDX-License-Identifier: MIT
#include "features/explain/change/panel/change_panel.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "app/say.hpp"
#include "features/data/class_names.hpp"
#include "features/explain/change/actions.hpp"
#include "features/explain/change/words.hpp"
#include "kit/chip_row.hpp"
#include "kit/curve_slider.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kWideWidth = 600;    // from here on, all stand beside each other
constexpr float kNarrowWidth = 260;  // below, all stand under each other
constexpr float kPicture = 88;
constexpr float kCaption = 18;
constexpr float kCurveWidth = 280;  // at most
constexpr app::Key kOneStep = "change.one-step";
constexpr app::Key kManySteps = "change.many-steps";
constexpr app::Key kLeast = "change.least-chip";
constexpr float kTwoLines = 2 * 13 * 1.4F;
constexpr float kCurveHeight = 122;
constexpr float kLowHeight = 128;  // below, there are no pictures
constexpr float kLeastSlider = 32;
constexpr float kLeastWithPicture = 200;  // of a slider with the picture of the change before it

using Method = app::ChangeMethod;

void change(const PanelContext& context, const app::ChangeSettings& settings) {
  context.actions.push_back(app::SetChange{settings});
}

// Its place is kept also while it is not there: the slider must not move under the pointer.
void draw_least(const PanelContext& context, const Box& box) {
  app::ChangeSettings settings = context.state.change.settings;
  if (!settings.strength || !chip(context.theme, "least strength", box, app::say(kLeast))) {
    return;
  }
  settings.strength.reset();
  change(context, settings);
}

float draw_chips(const PanelContext& context, const Box& box) {
  const app::ChangeSettings& now = context.state.change.settings;
  app::ChangeSettings next = now;
  ChipRow chips(context, box);
  if (chips.add("one step", app::say(kOneStep), now.method == Method::kOneStep)) {
    next.method = Method::kOneStep;
  }
  tooltip(context.theme, app::say("change.one-step-tooltip"));
  if (chips.add("many steps", app::say(kManySteps), now.method == Method::kManySteps)) {
    next.method = Method::kManySteps;
  }
  tooltip(context.theme, app::say("change.many-steps-tooltip"));
  if (!(next == now)) change(context, next);
  draw_least(context, chips.place(chip_width(context.theme, app::say(kLeast))));
  return chips.height();
}

// The same in one row that leaves room for words: one chip, which changes with each press.
void cut_chips(const PanelContext& context, Box& row) {
  app::ChangeSettings settings = context.state.change.settings;
  const bool many = settings.method == Method::kManySteps;
  const std::string one_step = app::say(kOneStep), many_steps = app::say(kManySteps);
  const float width =
      std::max(chip_width(context.theme, many_steps), chip_width(context.theme, one_step));
  if (chip(context.theme, "steps", row.cut_left(width), many ? many_steps : one_step)) {
    settings.method = many ? Method::kOneStep : Method::kManySteps;
    change(context, settings);
  }
  row.cut_left(kGap12);
  draw_least(context, row.cut_right(chip_width(context.theme, app::say(kLeast))));
  row.cut_right(kGap8);
}

// By how much each pixel is brighter (orange) or darker (blue), the greatest as strong as colours
// are.
void draw_difference(const PanelContext& context, const Box& box,
                     const app::Change::Known& changes) {
  const app::State& state = context.state;
  const int strength = app::shown_strength(state, changes);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(box.min(), box.max(), context.theme.colors->cloth);
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
                     .tooltip = app::say("change.strength"),
                     .least = 0,
                     .most = app::kMostStrength,
                     .value_words = app::gray_levels(strength),
                     .value_number = app::say("change.strength-short", {{"levels", strength}}),
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

void draw_words(const PanelContext& context, const Box& box, const std::string& hints = {}) {
  const Theme& theme = context.theme;
  std::string words = app::change_words(context.state);
  const float all = text_size(theme, Style::kSmall, words + hints, box.width).y;
  const float solid = theme.imgui_size(Style::kSmall);  // as ImGui measures a line
  if (all / solid * Theme::line_height(Style::kSmall) <= box.height + 1) words += hints;
  draw_paragraph(theme, box, Style::kSmall, theme.colors->muted, words);
}

// In the place of a phone's tools.
void draw_low(const PanelContext& context, Box box, const app::Change::Known* changes) {
  Box row = box.cut_top(kChipHeight);
  cut_chips(context, row);
  box.cut_top(kGap8);
  const bool one_row = box.height < kLeastSlider;
  if (!one_row || changes == nullptr) {
    draw_aside(context.theme, row, app::change_headline(context.state));
  }
  if (changes == nullptr) return;
  Box rest = one_row ? row : box;
  if (rest.width >= kLeastWithPicture) {
    draw_difference(context, rest.cut_left(rest.height), *changes);
    rest.cut_left(kGap12);
  }
  draw_curve(context, rest, *changes);
}

}  // namespace

void ChangePanel::draw_pictures(const PanelContext& context, Box box, float side,
                                const app::Change::Known& changes) {
  const Palette& colors = *context.theme.colors;
  const int strength = app::shown_strength(context.state, changes);
  const bool captions = box.height >= side + kCaption;
  const auto place = [&](app::Key caption) {
    Box column = box.cut_left(side);
    box.cut_left(kGap12);
    const Box picture = column.cut_top(side);
    if (captions) {
      draw_text(context.theme, column.cut_top(kCaption), Style::kCaption, colors.muted,
                app::say(caption));
    }
    return picture;
  };
  if (box.width >= 2 * side + kGap12) {
    draw_difference(context, place("change.difference"), changes);
  }
  // A sample is changed on the canvas itself.
  const bool before = app::shows_sample(context.state);
  const auto pixels = app::changed_picture(changes, before ? 0 : strength);
  const core::GrayImage picture{
      core::kSampleSide, core::kSampleSide, {pixels.begin(), pixels.end()}};
  picture_.set(context.textures, picture, context.state.version);
  picture_.draw(*ImGui::GetWindowDrawList(),
                place(before ? app::Key("change.before") : app::Key("change.changed")));
}

void ChangePanel::draw_content(const PanelContext& context, Box box) {
  const app::Change::Known* changes = app::known_changes(context.state);
  if (box.width >= kWideWidth) {
    if (changes != nullptr) {
      draw_curve(context, box.cut_right(std::min(kCurveWidth, box.width * 0.36F)), *changes);
      box.cut_right(kGap20);
      const float side = std::min(kPicture, box.height - kCaption);
      draw_pictures(context, box.cut_right(2 * side + kGap12), side, *changes);
      box.cut_right(kGap20);
    }
    box.cut_top(draw_chips(context, box) + kGap8);
    return draw_words(context, box, changes == nullptr ? "" : " " + app::say("change.legend"));
  }
  if (box.width >= kNarrowWidth && box.height < kLowHeight) return draw_low(context, box, changes);
  box.cut_top(draw_chips(context, box) + kGap8);
  if (changes == nullptr) return draw_words(context, box);
  if (box.width < kNarrowWidth) {
    draw_curve(context, box.cut_top(kCurveHeight), *changes);
    box.cut_top(kGap8);
    const float side = (box.width - kGap12) / 2;
    if (box.height >= side + kCaption + kTwoLines) {
      draw_pictures(context, box.cut_top(side + kCaption), side, *changes);
      box.cut_top(kGap8);
    }
    return draw_words(context, box);
  }
  draw_words(context, box.cut_bottom(kTwoLines));
  box.cut_bottom(kGap4);
  const float side = std::min({kPicture, box.height, (box.width - kGap12) / 4});
  draw_pictures(context, box.cut_left(2 * side + kGap12), side, *changes);
  box.cut_left(kGap16);
  draw_curve(context, box, *changes);
}

}  // namespace atelier::ui
