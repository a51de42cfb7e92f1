// SPDX-License-Identifier: MIT
// features/report/panel/export_row.hpp: the report's ways out: chips that save a complete
// evaluation as files.
#pragma once

#include "app/state.hpp"
#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct ExportRow {
  // From the top of `box`; returns its height. `pressable`: the finger on it does not scroll.
  static float draw_content(const PanelContext& context, const app::Evaluation& evaluation, Box box,
                            bool pressable);
};

}  // namespace atelier::ui
