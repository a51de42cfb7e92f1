// SPDX-License-Identifier: MIT
#include "features/data/panel/own_data_chips.hpp"

#include "app/say.hpp"
#include "features/data/actions.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {

void OwnDataChips::draw_content(const PanelContext& context, Box& row) {
  if (chip_at_left(context.theme, "open data", row, app::say("data.open-images"))) {
    context.actions.push_back(app::ChooseData{});
  }
  const bool has_own = context.state.test_set.own.has_value();
  if (has_own && chip_at_left(context.theme, "use bundled", row, app::say("data.back"))) {
    context.actions.push_back(app::UseBundledData{});
  }
}

void OwnDataChips::draw_one(const PanelContext& context, Box& row) {
  const bool has_own = context.state.test_set.own.has_value();
  const std::string label = has_own ? app::say("data.back-short") : app::say("data.open-short");
  if (!chip_at_right(context.theme, "data", row, label)) return;
  has_own ? context.actions.push_back(app::UseBundledData{})
          : context.actions.push_back(app::ChooseData{});
}

}  // namespace atelier::ui
