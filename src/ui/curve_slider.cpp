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
constexpr float kTouchHeight = kTarget;
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
    return text_size(theme, Style::kCaption, text).x;
  };
  draw_text(theme, row.cut_left(width(slider.value_words) + 1), Style::kCaption, theme.colors->text,
            slider.value_words);
  float needed = 0;
  std::vector<std::string> shares;
  for (const Curve& curve : slider.curves) {
    shares.push_back(app::whole_percent(at(curve.points, value)));
    needed += kGap20 + width(curve.name + " " + shares.back()) + 1;
  }
  const bool has_names = needed <= row.width;
  for (std::size_t k = slider.curves.size(); k-- > 0;) {
    const Curve& curve = slider.curves[k];
    const std::string words = has_names ? curve.name + " " + shares[k] : shares[k];
    draw_text(theme, row.cut_right(width(words) + 1), Style::kCaption, theme.colors->text, words);
    const Box dot = row.cut_right(kGap12);
    ImGui::GetWindowDrawList()->AddCircleFilled({dot.x + 4, dot.center().y}, 3.5F, curve.color);
    row.cut_right(kGap8);
  }
}

void draw_curves(const PanelContext& context, const Box& box, const CurveSlider& slider,
                 float value) {
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
  list.AddLine({chosen, box.y + 1}, {chosen, box.bottom() + 8}, colors.accent);
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
  const float slider_height = context.theme.coarse_pointer ? kTouchHeight : kSliderHeight;
  const Box track = box.cut_bottom(slider_height);
  if (box.height >= kLegendHeight) {
    draw_legend(context, box.cut_top(kLegendHeight), slider, value);
  }
  if (box.height >= kLeastPlot) draw_curves(context, box, slider, value);
  return ui::slider(context.theme, slider.id, track, value, slider.least, slider.most,
                    slider.tooltip);
}

}  // namespace atelier::ui
