// SPDX-License-Identifier: MIT
// features/models/panel/own_model_banner.hpp: what becomes of a model that the visitor has dropped
// on the page, at the top of the work: how far its opening is, that it answers now, or why it
// cannot.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct OwnModelBanner {
  // Takes its height off the top of `box`; nothing while there is nothing to tell.
  static void draw_content(const PanelContext& context, Box& box);
};

}  // namespace atelier::ui
