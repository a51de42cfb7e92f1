// SPDX-License-Identifier: MIT
// ui/report_panel.hpp: how good the model is on the whole test set: evaluate it, watch the result
// grow, and see which classes it takes for which.
#pragma once

#include "ui/box.hpp"
#include "ui/confusion_panel.hpp"
#include "ui/panel_context.hpp"
#include "ui/widgets.hpp"

namespace atelier::ui {

class ReportPanel {
 public:
  void draw_content(const PanelContext& context, Box box);

 private:
  [[nodiscard]] float draw_report(const PanelContext& context, const app::Evaluation& evaluation,
                                  Box box);

  ConfusionPanel confusion_;
  TouchScroll touch_scroll_{ScrollAxis::kVertical};
};

}  // namespace atelier::ui
