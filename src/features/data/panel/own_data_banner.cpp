// SPDX-License-Identifier: MIT
#include "features/data/panel/own_data_banner.hpp"

#include <string>

#include "app/action.hpp"
#include "app/say.hpp"
#include "features/data/actions.hpp"
#include "features/data/words.hpp"
#include "kit/notice_card.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {

void OwnDataBanner::draw_content(const PanelContext& context, Box& box) {
  const app::OwnData& data = context.state.own_data;
  const app::TestSet& set = context.state.test_set;
  const std::string words =
      data.error ? app::own_data_refusal(data) : app::own_data_news(context.state);
  if (words.empty()) return;
  app::Actions& actions = context.actions;
  Box row = notice_card(context, box, words, data.error.has_value());
  if (chip_at_left(context.theme, "dismiss data news", row, app::say("common.dismiss"))) {
    actions.push_back(app::DismissOwnDataNews{});
  }
  if (data.error) {
    if (chip_at_left(context.theme, "open other data", row, app::say("common.open-another"))) {
      actions.push_back(app::ChooseData{});
    }
    if (chip_at_left(context.theme, "copy data refusal", row, app::say("common.copy-details"))) {
      const std::string details =
          std::string(core::name(data.error->code)) + ": " + data.error->detail;
      ImGui::SetClipboardText(details.c_str());
    }
    return;
  }
  const bool awaits_images = !data.labels_in_waiting.empty();
  if (awaits_images || !set.has_labels()) {
    const std::string label =
        awaits_images ? app::say("data.open-images") : app::say("data.open-labels");
    if (chip_at_left(context.theme, "open the rest", row, label)) {
      actions.push_back(app::ChooseData{});
    }
  }
  const std::string back = context.phone ? app::say("data.back-short") : app::say("data.back");
  if (set.own && chip_at_left(context.theme, "back to the test set", row, back)) {
    actions.push_back(app::UseBundledData{});
  }
}

}  // namespace atelier::ui
