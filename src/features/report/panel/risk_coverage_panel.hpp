// SPDX-License-Identifier: MIT
// features/report/panel/risk_coverage_panel.hpp: how many of the answers are wrong, were only the
// most confident given; and where the verdicts draw the line.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct RiskCoveragePanel {
  // Returns its height; `box` gives left, top and width.
  [[nodiscard]] static float draw_content(const PanelContext& context,
                                          const app::Evaluation& evaluation, Box box);
};

}  // namespace atelier::ui
