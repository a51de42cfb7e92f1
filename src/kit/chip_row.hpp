// SPDX-License-Identifier: MIT
// kit/chip_row.hpp: chips beside each other, in as many rows as they need.
//
//   ChipRow chips(context, box);
//   if (chips.add("all", "All", !filter)) ...
//   box.cut_top(chips.height());
#pragma once

#include <string_view>

#include "kit/box.hpp"
#include "kit/panel_context.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {

class ChipRow {
 public:
  ChipRow(const PanelContext& context, const Box& box)
      : context_(context), box_(box), at_{box.x, box.y, 0, kChipHeight} {}

  // True when it was pressed.
  bool add(const char* id, std::string_view label, bool selected = false) {
    return chip(context_.theme, id, place(chip_width(context_.theme, label)), label, selected);
  }
  // Where the next one stands, so wide; for those that are more than a chip.
  Box place(float width) {
    const bool full = at_.x > box_.x && at_.x + width > box_.right();
    if (full) at_ = {box_.x, at_.bottom() + kGap8, 0, at_.height};
    const Box taken{at_.x, at_.y, width, at_.height};
    at_.x += width + kGap8;
    return taken;
  }
  // Of all rows so far.
  [[nodiscard]] float height() const { return at_.bottom() - box_.y; }
  // Without the gap behind the last chip.
  [[nodiscard]] float right() const { return at_.x - kGap8; }

 private:
  const PanelContext& context_;
  Box box_;
  Box at_;
};

}  // namespace atelier::ui
