// SPDX-License-Identifier: MIT
#include "ui/curve_slider.hpp"

#include <algorithm>

#include "app/wording.hpp"
#include "ui/plot.hpp"
#include "ui/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kLegendHeight = 18;
constexpr float kSliderHeight = 32;
constexpr float kValueWidth = 84;  // before a slider without a legend
constexpr float kLeastPlot = 28;
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

void draw_legend(const PanelContext& context, Box row, const CurveSlider& slider, float value) {
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
}

// The line at the chosen value goes on by `below`, to the slider.
void draw_curves(const PanelContext& context, const Box& box, const CurveSlider& slider,
                 float value, float below) {
  const Palette& colors = *context.theme.colors;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Plot plot{box.inset(kSliderEnd, 0), slider.most - slider.least, 1};
  const auto place = [&](ImVec2 point) { return plot.at(point.x - slider.least, point.y); };
  list.AddRectFilled(box.min(), box.max(), colors.surface, 4);
  for (const ImVec2& range : slider.shaded) {
    list.AddRectFilled(place({range.x, 1}), place({range.y, 0}), colors.accent_soft);
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
  // The line stays within the frame, though its ends are the ends of the scale.
  list.PushClipRect(box.min(), box.max(), true);
  for (const Curve& curve : slider.curves) {
    std::vector<ImVec2> line;
    for (const ImVec2& point : curve.points)
      line.push_back(place({point.x, 0.03F + point.y * 0.94F}));
    list.AddPolyline(line.data(), static_cast<int>(line.size()), curve.color, 0, 2);
    const float y = place({0, 0.03F + at(curve.points, value) * 0.94F}).y;
    list.AddCircleFilled({chosen, y}, 4, curve.color);
    list.AddCircle({chosen, y}, 5, colors.surface, 0, 1.5F);
  }
  list.PopClipRect();
}

}  // namespace

bool draw_curve_slider(const PanelContext& context, Box box, const CurveSlider& slider,
                       float& value) {
  const float slider_height = context.theme.coarse_pointer ? kTarget : kSliderHeight;
  Box track = box.cut_bottom(slider_height);
  if (box.height >= kLegendHeight) {
    draw_legend(context, box.cut_top(kLegendHeight), slider, value);
  } else {
    draw_text(context.theme, track.cut_left(kValueWidth), Style::kCaption,
              context.theme.colors->text, slider.value_words);
    track.cut_left(kGap8);
  }
  const bool above = box.height >= kLeastPlot;
  if (above || !slider.curves.empty()) {
    draw_curves(context, above ? box : track, slider, value, above ? kGap8 : 0);
  }
  return ui::slider(context.theme, slider.id, track, value, slider.least, slider.most,
                    slider.tooltip);
}

}  // namespace atelier::ui
