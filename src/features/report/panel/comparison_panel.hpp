// SPDX-License-Identifier: MIT
// features/report/panel/comparison_panel.hpp: two evaluations side by side: is one better, and on
// which images?
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct ComparisonPanel {
  // Of the evaluation shown with another one. Returns its height; `box` gives left, top and width.
  // `pressable` is false while a finger scrolls.
  [[nodiscard]] static float draw_content(const PanelContext& context, const app::Evaluation& shown,
                                          Box box, bool pressable);
};

}  // namespace atelier::ui
