// SPDX-License-Identifier: MIT
// ui/panel_context.hpp: what every panel is handed for one frame: State to read, Actions to append
// to, and the surroundings. A panel owns nothing but what concerns the looks alone.
#pragma once

#include "app/actions.hpp"
#include "app/state.hpp"
#include "ui/image_view.hpp"
#include "ui/pointer_trail.hpp"
#include "ui/theme.hpp"

namespace atelier::ui {

struct PanelContext {
  const app::State& state;
  app::Actions& actions;
  const Theme& theme;
  Textures& textures;
  const SampleSheets& sheets;
  PointerTrail trail;
  double now_ms = 0;
  bool phone = false;
  bool& moving;  // a panel sets it while something on it moves, and is drawn again
};

}  // namespace atelier::ui
