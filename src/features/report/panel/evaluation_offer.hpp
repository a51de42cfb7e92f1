// SPDX-License-Identifier: MIT
// features/report/panel/evaluation_offer.hpp: for where answers to the whole test set are needed
// and there are none: says so, and begins an evaluation.
#pragma once

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct EvaluationOffer {
  static constexpr float kHeight = 124;
  // From the top of `box`, at least 240 wide.
  static void draw_content(const PanelContext& context, Box box);
};

}  // namespace atelier::ui
