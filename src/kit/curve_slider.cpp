// SPDX-License-Identifier: MIT
#include "kit/curve_slider.hpp"

#include <algorithm>

#include "app/number_words.hpp"
#include "kit/plot.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kLegendHeight = 18;
constexpr float kSliderHeight = 32;
constexpr float kValueWidth = 90;                       // before a slider without a legend
constexpr float kNumberWidth = 44, kNarrowTrack = 300;  // the same, where that is narrow
constexpr float kLeastPlot = 28;
constexpr float kDot = 4, kDotRoom = 6;  // on a curve, whole also at its ends
constexpr float kSwatch = 10;
// Half of the slider's knob: so far from its ends are the least and the greatest.
constexpr float kSliderEnd = 9;

// Between the points around it.
float at(const std::vector<ImVec2>& points, float value) {
  const auto right = std::find_if(points.begin(), points.end(),
                                  [&](const ImVec2& point) { return point.x >= value; });
  if (right == points.end()) return points.back().y;
  if (right == points.begin()) return right->y;
  const ImVec2 left = *(right - 1);
  return left.y + (right->y - left.y) * (value - left.x) / (right->x - left.x);
}

float shade_words_width(const PanelContext& context, const CurveSlider& slider) {
  const float words = text_size(context.theme, Style::kCaption, slider.shade_words).x + 1;
  return kSwatch + kGap4 + words;
}

// What is shaded, at the left of `row`.
void draw_shade_words(const PanelContext& context, Box row, const CurveSlider& slider) {
  const Palette& colors = *context.theme.colors;
  Box swatch = row.cut_left(kSwatch).middle(kSwatch);
  swatch.y += 1;  // in the middle of small letters
  ImGui::GetWindowDrawList()->AddRectFilled(swatch.min(), swatch.max(), colors.accent_soft, 2);
  frame(context.theme, swatch, colors.accent, 2);
  row.cut_left(kGap4);
  draw_text(context.theme, row, Style::kCaption, colors.muted, slider.shade_words);
}

// Returns whether there was room also for what is shaded.
bool draw_legend(const PanelContext& context, Box row, const CurveSlider& slider, float value) {
  const Theme& theme = context.theme;
  const auto width = [&](const std::string& text) {
    return text_size(theme, Style::kCaption, text).x + 1;
  };
  std::vector<std::string> shares;
  float names = 0;
  float numbers = 0;
  for (const Curve& curve : slider.curves) {
    shares.push_back(app::whole_percent(at(curve.points, value)));
    names += kGap20 + width(curve.name + " " + shares.back());
    numbers += kGap20 + width(shares.back());
  }
  const bool has_names = width(slider.value_words) + names <= row.width;
  const bool has_words = has_names || width(slider.value_words) + numbers <= row.width;
  const std::string& words = has_words ? slider.value_words : slider.value_number;
  draw_text(theme, row.cut_left(width(words)), Style::kCaption, theme.colors->text, words);
  for (std::size_t k = slider.curves.size(); k-- > 0;) {
    const Curve& curve = slider.curves[k];
    const std::string share = has_names ? curve.name + " " + shares[k] : shares[k];
    draw_text(theme, row.cut_right(width(share)), Style::kCaption, theme.colors->text, share);
    const Box dot = row.cut_right(kGap12);
    ImGui::GetWindowDrawList()->AddCircleFilled({dot.x + 4, dot.center().y}, 3.5F, curve.color);
    row.cut_right(kGap8);
  }
  if (slider.shade_words.empty()) return true;
  const float shade = shade_words_width(context, slider);
  if (shade > row.width - kGap8) return false;
  draw_shade_words(context, row.cut_right(shade), slider);
  return true;
}

// Before a slider that has no room for a legend; takes it off `track`.
void draw_value(const PanelContext& context, Box& track, const CurveSlider& slider) {
  const bool narrow = track.width < kNarrowTrack;
  Box words = track.cut_left(narrow ? kNumberWidth : kValueWidth);
  track.cut_left(kGap8);
  if (!narrow && !slider.shade_words.empty()) {
    words = words.middle(2 * kLegendHeight);
    draw_shade_words(context, words.cut_bottom(kLegendHeight), slider);
  }
  draw_text(context.theme, words, Style::kCaption, context.theme.colors->text,
            narrow ? slider.value_number : slider.value_words);
}

// The line at the chosen value goes on by `below`, to the slider.
void draw_curves(const PanelContext& context, const Box& box, const CurveSlider& slider,
                 float value, float below) {
  const Palette& colors = *context.theme.colors;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Plot plot{box.inset(kSliderEnd, kDotRoom), slider.most - slider.least, 1};
  const auto place = [&](ImVec2 point) { return plot.at(point.x - slider.least, point.y); };
  list.AddRectFilled(box.min(), box.max(), colors.surface, 4);
  for (const ImVec2& range : slider.shaded) {
    list.AddRectFilled({place({range.x, 1}).x, box.y}, {place({range.y, 0}).x, box.bottom()},
                       colors.accent_soft);
  }
  frame(context.theme, box, colors.line, 4);
  const float half = place({slider.least, 0.5F}).y;
  list.AddLine({box.x + 1, half}, {box.right() - 1, half}, colors.line);
  if (slider.mark) {
    const float x = place({*slider.mark, 0}).x;
    list.AddLine({x, box.y + 1}, {x, box.bottom() - 1}, colors.muted);
  }
  const float chosen = place({value, 0}).x;
  list.AddLine({chosen, box.y + 1}, {chosen, box.bottom() - 1 + below}, colors.accent);
  for (const Curve& curve : slider.curves) {
    std::vector<ImVec2> line;
    for (const ImVec2& point : curve.points) line.push_back(place(point));
    list.AddPolyline(line.data(), static_cast<int>(line.size()), curve.color, 0, 2);
    const float y = place({0, at(curve.points, value)}).y;
    list.AddCircleFilled({chosen, y}, kDot, curve.color);
    list.AddCircle({chosen, y}, kDot + 1, colors.surface, 0, 1.5F);
  }
}

}  // namespace

bool draw_curve_slider(const PanelContext& context, Box box, const CurveSlider& slider,
                       float& value) {
  const float slider_height = context.theme.coarse_pointer ? kTarget : kSliderHeight;
  Box track = box.cut_bottom(slider_height);
  if (box.height >= kLegendHeight) {
    const bool whole = draw_legend(context, box.cut_top(kLegendHeight), slider, value);
    if (!whole && box.height >= kLegendHeight + kLeastPlot) {
      draw_shade_words(context, box.cut_top(kLegendHeight), slider);
    }
  } else {
    draw_value(context, track, slider);
  }
  const bool above = box.height >= kLeastPlot;
  if (above || !slider.curves.empty()) {
    draw_curves(context, above ? box : track, slider, value, above ? kGap8 : 0);
  }
  return ui::slider(context.theme, slider.id, track, value, slider.least, slider.most,
                    slider.tooltip);
}

}  // namespace atelier::ui
