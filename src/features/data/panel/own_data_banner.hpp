// SPDX-License-Identifier: MIT
// features/data/panel/own_data_banner.hpp: what became of the images or labels that the visitor has
// opened, at the top of the work.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct OwnDataBanner {
  // Takes its height off the top of `box`; nothing while there is nothing to tell.
  static void draw_content(const PanelContext& context, Box& box);
};

}  // namespace atelier::ui
