// SPDX-License-Identifier: MIT
// features/report/panel/confusion_panel.hpp: the confusion matrix as a heat map, labels down,
// answers across. A cell can be pressed; its images stand below, the most confident answer first.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

class ConfusionPanel {
 public:
  // Both return their height; `box` gives left, top and width. `pressable` is false while a finger
  // scrolls.
  [[nodiscard]] float draw_matrix(const PanelContext& context, const app::Evaluation& evaluation,
                                  Box box, bool pressable);
  [[nodiscard]] static float draw_images(const PanelContext& context,
                                         const app::Evaluation& evaluation, Box box,
                                         bool pressable);

 private:
  bool percent_ = false;  // of the row, instead of counts
};

}  // namespace atelier::ui
