// SPDX-License-Identifier: MIT
#include "ui/own_data_chips.hpp"

#include "ui/notice_card.hpp"
#include "ui/widgets.hpp"

namespace atelier::ui {

void OwnDataChips::draw_content(const PanelContext& context, Box row) {
  if (notice_chip(context, row, "open data", "Open images...")) {
    context.actions.push_back(app::ChooseData{});
  }
  const bool has_own = context.state.test_set.own.has_value();
  if (has_own && notice_chip(context, row, "use bundled", "Back to the test set")) {
    context.actions.push_back(app::UseBundledData{});
  }
}

void OwnDataChips::draw_one(const PanelContext& context, Box& row) {
  const bool has_own = context.state.test_set.own.has_value();
  const char* label = has_own ? "Test set" : "Open...";
  const Box at = row.cut_right(chip_width(context.theme, label));
  row.cut_right(kGap8);
  const Box middle{at.x, at.center().y - kChipHeight / 2, at.width, kChipHeight};
  if (!chip(context.theme, "data", middle, label)) return;
  has_own ? context.actions.push_back(app::UseBundledData{})
          : context.actions.push_back(app::ChooseData{});
}

}  // namespace atelier::ui
