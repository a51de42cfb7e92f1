// SPDX-License-Identifier: MIT
// features/explain/inside/panel/receptive_field_overlay.hpp: the pixels of the picture on the
// canvas that the number depends on which is pointed at inside the network.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

// `canvas` shows the sample, the drawing or the photo. Nothing while nothing is pointed at.
void draw_receptive_field_overlay(const PanelContext& context, const Box& canvas);

}  // namespace atelier::ui
