// SPDX-License-Identifier: MIT
// ui/chip_row.hpp: chips beside each other, in as many rows as they need.
//
//   ChipRow chips(context, box);
//   if (chips.add("all", "All", !filter)) ...
//   box.cut_top(chips.height());
#pragma once

#include <string_view>

#include "ui/box.hpp"
#include "ui/panel_context.hpp"
#include "ui/widgets.hpp"

namespace atelier::ui {

class ChipRow {
 public:
  ChipRow(const PanelContext& context, const Box& box)
      : context_(context), box_(box), at_{box.x, box.y, 0, kChipHeight} {}

  // True when it was pressed.
  bool add(const char* id, std::string_view label, bool selected = false) {
    at_.width = chip_width(context_.theme, label);
    const bool full = at_.x > box_.x && at_.right() > box_.right();
    if (full) at_ = {box_.x, at_.y + at_.height + kGap8, at_.width, at_.height};
    const bool pressed = chip(context_.theme, id, at_, label, selected);
    at_.x += at_.width + kGap8;
    return pressed;
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
