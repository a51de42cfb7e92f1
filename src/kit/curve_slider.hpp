// SPDX-License-Identifier: MIT
// kit/curve_slider.hpp: a slider with curves above it: what probabilities would be at each of its
// values, and a line at the one chosen. Both have the same horizontal axis.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct Curve {
  std::string name;  // in the legend, before the probability at the chosen value
  ImU32 color{};
  std::vector<ImVec2> points;  // value and probability, by rising value
};

struct CurveSlider {
  const char* id;
  std::string tooltip;
  float least{}, most{};
  std::string value_words = {};     // of the chosen one, at the left of the legend
  std::string value_number = {};    // the same, where there is little room
  std::vector<Curve> curves = {};   // empty while they are not known
  std::optional<float> mark = {};   // a value that is worth finding
  std::vector<ImVec2> shaded = {};  // from value to value, within the curves
  std::string shade_words = {};     // in the legend; empty: nothing is ever shaded
};

// As high as `box`, at best about 120; where there is little room the curves lie behind the slider,
// and where there is least the chosen value stands before it. Returns true when `value` changed.
[[nodiscard]] bool draw_curve_slider(const PanelContext& context, Box box,
                                     const CurveSlider& slider, float& value);

}  // namespace atelier::ui
