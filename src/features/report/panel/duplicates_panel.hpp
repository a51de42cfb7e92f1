// SPDX-License-Identifier: MIT
// features/report/panel/duplicates_panel.hpp: pairs of test images that lie closest, in their
// pixels or in what the network makes of them.
#pragma once

#include <cstddef>

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

class DuplicatesPanel {
 public:
  // Returns its height; `box` gives left, top and width. `pressable` is false while a finger
  // scrolls.
  [[nodiscard]] float draw_content(const PanelContext& context, Box box, bool pressable);

 private:
  std::size_t shown_ = kAtFirst;

  static constexpr std::size_t kAtFirst = 24;
};

}  // namespace atelier::ui
