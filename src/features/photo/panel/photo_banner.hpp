// SPDX-License-Identifier: MIT
// features/photo/panel/photo_banner.hpp: why a photo could not be opened or taken, at the top of
// the work.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct PhotoBanner {
  // Takes its height off the top of `box`; nothing while there is nothing to tell.
  static void draw_content(const PanelContext& context, Box& box);
};

}  // namespace atelier::ui
