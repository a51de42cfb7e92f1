// SPDX-License-Identifier: MIT
// shell/error_banner.hpp: what went wrong, in a sentence or two at the top of the work, with what
// can be done about it. The rest of the page goes on below. An engine that another one stands in
// for is no error: that banner is plain, and goes when somebody has read it.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct ErrorBanner {
  // Takes its height off the top of `box`; nothing while nothing is wrong.
  static void draw_content(const PanelContext& context, Box& box);
};

}  // namespace atelier::ui
