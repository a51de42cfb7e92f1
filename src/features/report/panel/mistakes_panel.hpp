// SPDX-License-Identifier: MIT
// features/report/panel/mistakes_panel.hpp: the images that cost the model most, and those whose
// label it doubts, for people to vote on.
#pragma once

#include <cstddef>

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

class MistakesPanel {
 public:
  // Returns its height; `box` gives left, top and width. `pressable` is false while a finger
  // scrolls.
  [[nodiscard]] float draw_content(const PanelContext& context, const app::Evaluation& evaluation,
                                   Box box, bool pressable);

 private:
  bool doubtful_ = false;
  std::size_t shown_ = kAtFirst;

  static constexpr std::size_t kAtFirst = 24;
};

}  // namespace atelier::ui
