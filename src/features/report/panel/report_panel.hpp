// SPDX-License-Identifier: MIT
// features/report/panel/report_panel.hpp: how good the model is on the whole test set: evaluate it,
// watch the result grow, and look at it from five sides.
#pragma once

#include "app/view.hpp"
#include "features/report/actions.hpp"
#include "features/report/panel/calibration_panel.hpp"
#include "features/report/panel/duplicates_panel.hpp"
#include "features/report/panel/mistakes_panel.hpp"
#include "features/report/panel/overview_panel.hpp"
#include "kit/box.hpp"
#include "kit/icons.hpp"
#include "kit/panel_context.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {

class ReportPanel {
 public:
  static constexpr app::View kView = app::View::kReport;
  static constexpr Icon kIcon = Icon::kChart;

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
