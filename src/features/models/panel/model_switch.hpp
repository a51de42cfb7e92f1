// SPDX-License-Identifier: MIT
// features/models/panel/model_switch.hpp: says which model answers, and opens the list of all
// models with what each weighs and knows.
#pragma once

#include <string>

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct ModelSwitch {
  // A chip from the left end of `box`, in its middle.
  static void draw_chip(const PanelContext& context, Box box);
  // The same as a line of small print, followed by `rest`; a finger finds it where it is 44 high.
  static void draw_caption(const PanelContext& context, const Box& line, const std::string& rest);
};

}  // namespace atelier::ui
