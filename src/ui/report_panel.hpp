// SPDX-License-Identifier: MIT
// ui/report_panel.hpp: how good the model is on the whole test set: evaluate it, watch the result
// grow, and look at it from five sides.
#pragma once

#include "ui/box.hpp"
#include "ui/calibration_panel.hpp"
#include "ui/duplicates_panel.hpp"
#include "ui/mistakes_panel.hpp"
#include "ui/overview_panel.hpp"
#include "ui/panel_context.hpp"
#include "ui/widgets.hpp"

namespace atelier::ui {

class ReportPanel {
 public:
  void draw_content(const PanelContext& context, Box box);

 private:
  [[nodiscard]] float draw_section(const PanelContext& context, Box box);

  OverviewPanel overview_;
  CalibrationPanel calibration_;
  MistakesPanel mistakes_;
  DuplicatesPanel duplicates_;
  TouchScroll touch_scroll_{ScrollAxis::kVertical};
  app::ReportSection section_{};  // of the last frame
};

}  // namespace atelier::ui
