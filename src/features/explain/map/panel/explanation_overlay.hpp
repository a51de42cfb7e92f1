// SPDX-License-Identifier: MIT
// features/explain/map/panel/explanation_overlay.hpp: the map of where the network looked, over the
// picture on the canvas. Its cells are shown as they are: smoothed, they would promise places finer
// than the network has, and what is seen would no longer add up to the logit.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

// `canvas` shows the sample, or the drawing. Nothing while there is no map.
void draw_explanation_overlay(const PanelContext& context, const Box& canvas);

}  // namespace atelier::ui
