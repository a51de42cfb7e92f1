// SPDX-License-Identifier: MIT
// features/answer/panel/suggestion_line.hpp: the model that might read this drawing, in small print
// under the verdict, with a link that takes it. Its place is kept while there is nothing to
// suggest.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct SuggestionLine {
  static constexpr float kHeight = 18;
  // Where there is little room the sentence is shorter, and then the link is all.
  static void draw_content(const PanelContext& context, Box line);
};

}  // namespace atelier::ui
