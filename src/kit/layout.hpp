// SPDX-License-Identifier: MIT
// kit/layout.hpp: where the three parts of the page stand. Wide: a rail of views, the work, the
// prediction column. Narrow: one column, views in a bottom bar, the prediction under the work.
#pragma once

#include "kit/box.hpp"

namespace atelier::ui {

struct Layout {
  bool phone = false;
  Box navigation;
  Box work;
  Box prediction;
};

// `top` and `bottom` are the safe-area insets of phones with a notch.
[[nodiscard]] Layout layout_for(ImVec2 page_size, float top, float bottom);

}  // namespace atelier::ui
