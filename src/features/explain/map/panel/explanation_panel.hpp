// SPDX-License-Identifier: MIT
// features/explain/map/panel/explanation_panel.hpp: what belongs to the map on the canvas: how it
// is made, what its colours mean, how strong it is, and a sentence. Fills whatever room it is
// given, from a phone's two rows up.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct ExplanationPanel {
  static void draw_content(const PanelContext& context, Box box);
};

}  // namespace atelier::ui
