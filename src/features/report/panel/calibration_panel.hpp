// SPDX-License-Identifier: MIT
// features/report/panel/calibration_panel.hpp: is the network right as often as it says it is? The
// reliability diagram before and after the temperature, and what the verdicts make of it.
#pragma once

#include <cstddef>
#include <optional>

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

class CalibrationPanel {
 public:
  // Returns its height; `box` gives left, top and width. `pressable` is false while a finger
  // scrolls.
  [[nodiscard]] float draw_content(const PanelContext& context, const app::Evaluation& evaluation,
                                   Box box, bool pressable);

 private:
  [[nodiscard]] float draw_reliability(const PanelContext& context,
                                       const app::Evaluation& evaluation, Box box, bool pressable);

  bool before_temperature_ = false;
  std::optional<std::size_t> bin_;  // that was pressed; none: the fullest
};

}  // namespace atelier::ui
