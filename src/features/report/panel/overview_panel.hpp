// SPDX-License-Identifier: MIT
// features/report/panel/overview_panel.hpp: the report at a glance: the main figures, the confusion
// matrix with its images, the classes, and where that stands among others' results.
#pragma once

#include "features/report/panel/confusion_panel.hpp"
#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

class OverviewPanel {
 public:
  // Returns its height; `box` gives left, top and width. `pressable` is false while a finger
  // scrolls.
  [[nodiscard]] float draw_content(const PanelContext& context, const app::Evaluation& evaluation,
                                   Box box, bool pressable);

 private:
  ConfusionPanel confusion_;
};

}  // namespace atelier::ui
