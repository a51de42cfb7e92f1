// SPDX-License-Identifier: MIT
// features/answer/panel/class_scores_panel.hpp: how well each class is known, as a table.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct ClassScoresPanel {
  // Returns its height; `box` gives left, top and width.
  [[nodiscard]] static float draw_content(const PanelContext& context,
                                          const app::Evaluation& evaluation, Box box);
};

}  // namespace atelier::ui
