// SPDX-License-Identifier: MIT
// features/report/panel/accuracy_scale_panel.hpp: an accuracy among people's and the published ones
// that are nearest.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct AccuracyScalePanel {
  // Returns its height; `box` gives left, top and width.
  [[nodiscard]] static float draw_content(const PanelContext& context,
                                          const app::Evaluation& evaluation, Box box);
};

}  // namespace atelier::ui
