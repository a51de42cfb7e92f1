// SPDX-License-Identifier: MIT
// kit/panel_context.hpp: what every panel is handed for one frame: State to read, Actions to append
// to, and the surroundings. A panel owns nothing but what concerns the looks alone.
#pragma once

#include <vector>

#include "app/action.hpp"
#include "app/state.hpp"
#include "kit/box.hpp"
#include "kit/image_view.hpp"
#include "kit/theme.hpp"

namespace atelier::ui {

// A plain area below everything else. The window clears it, which costs a fraction of drawing it.
struct Ground {
  Box box;
  ImU32 color;
};

struct PanelContext {
  const app::State& state;
  app::Actions& actions;
  const Theme& theme;
  Textures& textures;
  const SampleSheets& sheets;
  double now_ms = 0;
  bool phone = false;
  bool& moving;  // a panel sets it while something on it moves, and is drawn again
  std::vector<Ground>& grounds;
};

}  // namespace atelier::ui
