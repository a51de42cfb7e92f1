// SPDX-License-Identifier: MIT
#include "ui/stress_panel.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "app/class_names.hpp"
#include "app/stress_words.hpp"
#include "ui/chip_row.hpp"
#include "ui/curve_slider.hpp"
#include "ui/menu.hpp"
#include "ui/widgets.hpp"

namespace atelier::ui {
namespace {

using Kind = app::StressKind;

constexpr float kWideWidth = 600;    // from here on, all stand beside each other
constexpr float kNarrowWidth = 260;  // below, all stand under each other
constexpr float kPicture = 88;
constexpr float kCaption = 18;
constexpr float kCurveWidth = 290;  // at most
constexpr float kTwoLines = 2 * 13 * 1.4F;
constexpr float kCurveHeight = 122;
constexpr float kLowHeight = 84;  // below what chips leave, there is no picture
constexpr const char* kReset = "Reset";
constexpr const char* kMenu = "distortions";
constexpr float kMenuWidth = 200;

bool is_set(const PanelContext& context, Kind kind) {
  return app::stress_value(context.state.stress.distortion, kind) != app::neutral_stress(kind);
}

void set(const PanelContext& context, const core::Distortion& distortion, Kind along) {
  context.actions.push_back(app::SetStress{distortion, along});
}

void add_reset(const PanelContext& context, ChipRow& chips) {
  const app::Stress& stress = context.state.stress;
  // Its place is kept also while it is not there: the slider must not move under the pointer.
  const Box at = chips.place(chip_width(context.theme, kReset));
  if (app::is_neutral(stress.distortion)) return;
  if (chip(context.theme, "reset stress", at, kReset)) set(context, {}, stress.along);
}

// Those that are set have a dot, so that none is forgotten.
float draw_chips(const PanelContext& context, const Box& box) {
  const app::Stress& stress = context.state.stress;
  ChipRow chips(context, box);
  for (const Kind kind : app::kStressKinds) {
    const std::string title(app::stress_title(kind));
    const Box at = chips.place(chip_width(context.theme, title));
    const bool chosen = stress.along == kind;
    ImGui::PushID(static_cast<int>(kind));
    if (chip(context.theme, "distortion", at, title, chosen)) set(context, stress.distortion, kind);
    ImGui::PopID();
    if (!is_set(context, kind)) continue;
    ImGui::GetWindowDrawList()->AddCircleFilled({at.right() - 9, at.y + 9}, 3.5F,
                                                context.theme.colors->accent);
  }
  add_reset(context, chips);
  return chips.height();
}

// The same as one chip with a list, where there is no room for them.
float draw_menu(const PanelContext& context, const Box& box) {
  const app::Stress& stress = context.state.stress;
  ChipRow chips(context, box);
  const std::string title(app::stress_title(stress.along));
  const Box at = chips.place(menu_chip_width(context.theme, title));
  menu_chip(context, kMenu, at, title, true);
  const float height = menu_row_height(context.theme);
  const auto count = static_cast<float>(app::kStressKinds.size());
  if (auto list = begin_menu(context, kMenu, at, {kMenuWidth, height * count})) {
    for (const Kind kind : app::kStressKinds) {
      std::string words(app::stress_title(kind));
      if (is_set(context, kind)) {
        words += " " + app::stress_value_words(kind, app::stress_value(stress.distortion, kind));
      }
      ImGui::PushID(static_cast<int>(kind));
      const bool pressed =
          menu_row(context.theme, "distortion", list->cut_top(height), words, stress.along == kind);
      ImGui::PopID();
      if (pressed) set(context, stress.distortion, kind);
    }
    end_menu();
  }
  add_reset(context, chips);
  return chips.height();
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
                     .tooltip = nullptr,
                     .least = range.least,
                     .most = range.most,
                     .value_words = app::stress_value_words(along, value),
                     .mark = app::neutral_stress(along)};
  const auto points = app::stress_curve(context.state);
  const auto label = app::stressed_label(context.state);
  if (label && !points.empty()) {
    Curve curve{app::answer_names(context.state)[*label], context.theme.colors->text, {}};
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
  if (box.height < Theme::line_height(Style::kSmall) - 1) return;
  draw_paragraph(context.theme, box, Style::kSmall, context.theme.colors->muted,
                 app::stress_words(context.state));
}

}  // namespace

void StressPanel::draw_picture(const PanelContext& context, Box box, float side) {
  const auto stressed = app::stressed_picture(context.state);
  const core::GrayImage& image = stressed ? *stressed : context.state.input.seen;
  picture_.set(context.textures, image, context.state.version);
  picture_.draw(*ImGui::GetWindowDrawList(), box.cut_top(side));
  if (box.height < kCaption) return;
  draw_text(context.theme, box.cut_top(kCaption), Style::kCaption, context.theme.colors->muted,
            stressed ? "Distorted" : "As it is");
}

void StressPanel::draw_content(const PanelContext& context, Box box) {
  const bool possible = app::can_be_stressed(context.state);
  if (box.width >= kWideWidth) {
    if (possible) {
      draw_curve(context, box.cut_right(std::min(kCurveWidth, box.width * 0.36F)));
      box.cut_right(kGap24);
      const float side = std::min(kPicture, box.height - kCaption);
      draw_picture(context, box.cut_right(side), side);
      box.cut_right(kGap24);
    }
    box.cut_top(draw_chips(context, box) + kGap8);
    return draw_words(context, box);
  }
  box.cut_top(draw_menu(context, box) + kGap8);
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
  if (box.height < kLowHeight) return draw_curve(context, box);
  draw_words(context, box.cut_bottom(kTwoLines));
  box.cut_bottom(kGap4);
  const float side = std::min(kPicture, box.height);
  draw_picture(context, box.cut_left(side), side);
  box.cut_left(kGap16);
  draw_curve(context, box);
}

}  // namespace atelier::ui
