// SPDX-License-Identifier: MIT
// ui/class_scores_panel.hpp: how well each class is known, as a table.
#pragma once

#include "ui/box.hpp"
#include "ui/panel_context.hpp"

namespace atelier::ui {

struct ClassScoresPanel {
  // Returns its height; `box` gives left, top and width.
  [[nodiscard]] static float draw_content(const PanelContext& context,
                                          const app::Evaluation& evaluation, Box box);
};

}  // namespace atelier::ui
