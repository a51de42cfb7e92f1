// SPDX-License-Identifier: MIT
// kit/plot.hpp: the frame of a diagram: a box with percentages along its left and lower edge.
#pragma once

#include <string_view>

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct Plot {
  Box area;
  float most_x = 1;  // at the right edge; 0 is at the left
  float most_y = 1;  // at the upper edge; 0 is at the lower

  [[nodiscard]] ImVec2 at(float x, float y) const {
    return {area.x + area.width * x / most_x, area.bottom() - area.height * y / most_y};
  }
};

// Takes the plot with its axes from the top of `box`, `height` without the labels below, and draws
// lines and labels at quarters of both axes. `x_title` stands below, `y_title` above.
[[nodiscard]] Plot draw_plot(const PanelContext& context, Box& box, float height, float most_y,
                             std::string_view x_title, std::string_view y_title);

}  // namespace atelier::ui
