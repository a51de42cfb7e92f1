// SPDX-License-Identifier: MIT
#include "features/data/panel/own_data_banner.hpp"

#include <string>

#include "app/action.hpp"
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
  if (chip_at_left(context.theme, "dismiss data news", row, "All right")) {
    actions.push_back(app::DismissOwnDataNews{});
  }
  if (data.error) {
    if (chip_at_left(context.theme, "open other data", row, "Open another...")) {
      actions.push_back(app::ChooseData{});
    }
    if (chip_at_left(context.theme, "copy data refusal", row, "Copy details")) {
      const std::string details =
          std::string(core::name(data.error->code)) + ": " + data.error->detail;
      ImGui::SetClipboardText(details.c_str());
    }
    return;
  }
  const bool awaits_images = !data.labels_in_waiting.empty();
  if (awaits_images || !set.has_labels()) {
    const char* label = awaits_images ? "Open images..." : "Open labels...";
    if (chip_at_left(context.theme, "open the rest", row, label))
      actions.push_back(app::ChooseData{});
  }
  const char* back = context.phone ? "Test set" : "Back to the test set";
  if (set.own && chip_at_left(context.theme, "back to the test set", row, back)) {
    actions.push_back(app::UseBundledData{});
  }
}

}  // namespace atelier::ui
