// SPDX-License-Identifier: MIT
#include "features/explain/stress/panel/stress_panel.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "app/say.hpp"
#include "features/data/class_names.hpp"
#include "features/explain/stress/actions.hpp"
#include "features/explain/stress/words.hpp"
#include "kit/chip_row.hpp"
#include "kit/curve_slider.hpp"
#include "kit/menu.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

using Kind = app::StressKind;

constexpr float kWideWidth = 600;    // from here on, all stand beside each other
constexpr float kNarrowWidth = 260;  // below, all stand under each other
constexpr float kPicture = 88;
constexpr float kCaption = 18;
constexpr float kCurveWidth = 280;  // at most
constexpr float kTwoLines = 2 * 13 * 1.4F;
constexpr float kCurveHeight = 122;
constexpr float kLowHeight = 128;  // below, there is no picture
constexpr float kLeastSlider = 32;
constexpr app::Key kReset = "stress.reset";
constexpr const char* kMenu = "distortions";
constexpr float kMenuWidth = 200;

bool is_set(const PanelContext& context, Kind kind) {
  return app::stress_value(context.state.stress.distortion, kind) != app::neutral_stress(kind);
}

void set(const PanelContext& context, const core::Distortion& distortion, Kind along) {
  context.actions.push_back(app::SetStress{distortion, along});
}

// Its place is kept also while it is not there: the slider must not move under the pointer.
void draw_reset(const PanelContext& context, const Box& box) {
  const app::Stress& stress = context.state.stress;
  if (app::is_neutral(stress.distortion)) return;
  if (chip(context.theme, "reset stress", box, app::say(kReset))) {
    set(context, {}, stress.along);
  }
}

// Those that are set have a dot, so that none is forgotten.
float draw_chips(const PanelContext& context, const Box& box) {
  const app::Stress& stress = context.state.stress;
  ChipRow chips(context, box);
  for (const Kind kind : app::kStressKinds) {
    const std::string title = app::stress_title(kind);
    const Box at = chips.place(chip_width(context.theme, title));
    const bool chosen = stress.along == kind;
    ImGui::PushID(static_cast<int>(kind));
    if (chip(context.theme, "distortion", at, title, chosen)) set(context, stress.distortion, kind);
    ImGui::PopID();
    if (!is_set(context, kind)) continue;
    ImGui::GetWindowDrawList()->AddCircleFilled({at.right() - 9, at.y + 9}, 3.5F,
                                                context.theme.colors->accent);
  }
  draw_reset(context, chips.place(chip_width(context.theme, app::say(kReset))));
  return chips.height();
}

// The same as one chip with a list, at the left of `row`, where there is no room for them.
void cut_menu(const PanelContext& context, Box& row) {
  const app::Stress& stress = context.state.stress;
  float width = 0;  // of the longest, so that what follows stands still
  for (const Kind kind : app::kStressKinds) {
    width = std::max(width, menu_chip_width(context.theme, app::stress_title(kind)));
  }
  const Box at = row.cut_left(width);
  row.cut_left(kGap8);
  menu_chip(context, kMenu, at, app::stress_title(stress.along), true);
  const float height = menu_row_height(context.theme);
  const auto count = static_cast<float>(app::kStressKinds.size());
  auto list = begin_menu(context, kMenu, at, {kMenuWidth, height * count});
  if (!list) return;
  for (const Kind kind : app::kStressKinds) {
    std::string words = app::stress_title(kind);
    if (is_set(context, kind)) {
      const float value = app::stress_value(stress.distortion, kind);
      words = app::say("stress.choice",
                       {{"title", words}, {"value", app::stress_value_words(kind, value)}});
    }
    ImGui::PushID(static_cast<int>(kind));
    const bool chosen = stress.along == kind;
    const bool pressed =
        menu_row(context.theme, "distortion", list->cut_top(height), words, chosen);
    ImGui::PopID();
    if (pressed) set(context, stress.distortion, kind);
  }
  end_menu();
}

// Where another class is answered, from half way to the point before to half way to the one after.
std::vector<ImVec2> lost(const std::vector<app::StressPoint>& points, std::uint8_t label,
                         const app::StressRange& range) {
  std::vector<ImVec2> ranges;
  const float half = (range.most - range.least) / static_cast<float>(2 * (points.size() - 1));
  for (const app::StressPoint& point : points) {
    if (point.label == label) continue;
    const float from = std::max(point.value - half, range.least);
    const float to = std::min(point.value + half, range.most);
    if (!ranges.empty() && ranges.back().y >= from - half / 2) {
      ranges.back().y = to;
    } else {
      ranges.emplace_back(from, to);
    }
  }
  return ranges;
}

void draw_curve(const PanelContext& context, const Box& box) {
  const app::Stress& stress = context.state.stress;
  const Kind along = stress.along;
  const app::StressRange range = app::stress_range(along);
  float value = app::stress_value(stress.distortion, along);
  CurveSlider slider{.id = "stress slider",
                     .tooltip = {},
                     .least = range.least,
                     .most = range.most,
                     .value_words = app::stress_value_words(along, value),
                     .value_number = app::stress_value_words(along, value),
                     .mark = app::neutral_stress(along)};
  const auto points = app::stress_curve(context.state);
  const auto label = app::stressed_label(context.state);
  const std::string name = label ? app::answer_names(context.state)[*label] : "";
  if (label) slider.shade_words = app::say("stress.not", {{"name", app::short_name(name)}});
  if (label && !points.empty()) {
    Curve curve{name, context.theme.colors->text, {}};
    for (const app::StressPoint& point : points) {
      curve.points.emplace_back(point.value, point.probability);
    }
    slider.curves.push_back(std::move(curve));
    slider.shaded = lost(points, *label, range);
  }
  if (!draw_curve_slider(context, box, slider, value)) return;
  // Close to where it changes nothing it snaps to that.
  const float neutral = app::neutral_stress(along);
  if (std::abs(value - neutral) < 0.015F * (range.most - range.least)) value = neutral;
  const core::Distortion next = app::with_stress(stress.distortion, along, value);
  if (!(next == stress.distortion)) set(context, next, along);
}

void draw_words(const PanelContext& context, const Box& box) {
  const Theme& theme = context.theme;
  const std::string words = app::stress_words(context.state);
  if (box.height < Theme::line_height(Style::kSmall) - 1) return;
  draw_paragraph(theme, box, Style::kSmall, theme.colors->muted, words);
}

// In the place of a phone's tools.
void draw_low(const PanelContext& context, Box box) {
  Box row = box.cut_top(kChipHeight);
  cut_menu(context, row);
  box.cut_top(kGap8);
  draw_reset(context, row.cut_right(chip_width(context.theme, app::say(kReset))));
  row.cut_right(kGap12);
  if (!app::can_be_stressed(context.state)) return draw_words(context, row);
  if (box.height < kLeastSlider) return draw_curve(context, row);
  if (!app::is_neutral(context.state.stress.distortion)) {
    draw_aside(context.theme, row, app::stress_before_words(context.state));
  }
  draw_curve(context, box);
}

}  // namespace

void StressPanel::draw_picture(const PanelContext& context, Box box, float side) {
  // A sample is distorted on the canvas itself.
  const bool before = app::shows_sample(context.state);
  const auto stressed = before ? std::nullopt : app::stressed_picture(context.state);
  const core::GrayImage& image = stressed ? *stressed : context.state.input.seen;
  picture_.set(context.textures, image, context.state.version);
  const Box picture = box.cut_top(side);
  picture_.draw(*ImGui::GetWindowDrawList(), {picture.x, picture.y, side, side});
  if (box.height < kCaption) return;
  draw_text(context.theme, box.cut_top(kCaption), Style::kCaption, context.theme.colors->muted,
            before ? app::say("stress.picture-before") : app::say("stress.picture"));
}

void StressPanel::draw_content(const PanelContext& context, Box box) {
  const bool possible = app::can_be_stressed(context.state);
  if (box.width >= kWideWidth) {
    if (possible) {
      draw_curve(context, box.cut_right(std::min(kCurveWidth, box.width * 0.36F)));
      box.cut_right(kGap20);
      const float side = std::min(kPicture, box.height - kCaption);
      draw_picture(context, box.cut_right(side), side);
      box.cut_right(kGap20);
    }
    box.cut_top(draw_chips(context, box) + kGap8);
    return draw_words(context, box);
  }
  if (box.width >= kNarrowWidth && box.height < kLowHeight) return draw_low(context, box);
  Box row = box.cut_top(kChipHeight);
  box.cut_top(kGap8);
  cut_menu(context, row);
  if (row.width < chip_width(context.theme, app::say(kReset))) {
    row = box.cut_top(kChipHeight);
    box.cut_top(kGap8);
  }
  draw_reset(context, row.cut_left(chip_width(context.theme, app::say(kReset))));
  if (!possible) return draw_words(context, box);
  if (box.width < kNarrowWidth) {
    draw_curve(context, box.cut_top(kCurveHeight));
    box.cut_top(kGap8);
    const float side = std::min(kPicture, box.width);
    if (box.height >= side + kCaption + kTwoLines) {
      draw_picture(context, box.cut_top(side + kCaption), side);
      box.cut_top(kGap8);
    }
    return draw_words(context, box);
  }
  draw_words(context, box.cut_bottom(kTwoLines));
  box.cut_bottom(kGap4);
  const float side = std::min(kPicture, box.height);
  draw_picture(context, box.cut_left(side), side);
  box.cut_left(kGap16);
  draw_curve(context, box);
}

}  // namespace atelier::ui
