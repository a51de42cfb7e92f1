// SPDX-License-Identifier: MIT
// kit/notice_card.hpp: a card at the top of the work: some words, and a row of chips for what can
// be done about them.
#pragma once

#include <string_view>

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

// Draws a card with `words`, wrapped, and takes its height off the top of `box`. `serious`: in the
// accent's colours. Returns the row for the chips.
[[nodiscard]] Box notice_card(const PanelContext& context, Box& box, std::string_view words,
                              bool serious);

}  // namespace atelier::ui
