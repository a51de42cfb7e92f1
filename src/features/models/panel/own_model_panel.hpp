// SPDX-License-Identifier: MIT
// features/models/panel/own_model_panel.hpp: the visitor's own model: how to bring one, and how it
// reads its pixels.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct OwnModelPanel {
  // From the top of `box`, rows of chips that wrap at its width. Returns their height.
  static float draw_chips(const PanelContext& context, const Box& box);
};

}  // namespace atelier::ui
