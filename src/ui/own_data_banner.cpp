// SPDX-License-Identifier: MIT
#include "ui/own_data_banner.hpp"

#include <string>

#include "app/own_data_words.hpp"
#include "ui/notice_card.hpp"

namespace atelier::ui {

void OwnDataBanner::draw_content(const PanelContext& context, Box& box) {
  const app::OwnData& data = context.state.own_data;
  const app::TestSet& set = context.state.test_set;
  const std::string words =
      data.error ? app::own_data_refusal(data) : app::own_data_news(context.state);
  if (words.empty()) return;
  app::Actions& actions = context.actions;
  Box row = notice_card(context, box, words, data.error.has_value());
  if (notice_chip(context, row, "dismiss data news", "All right")) {
    actions.push_back(app::DismissOwnDataNews{});
  }
  if (data.error) {
    if (notice_chip(context, row, "open other data", "Open another...")) {
      actions.push_back(app::ChooseData{});
    }
    if (notice_chip(context, row, "copy data refusal", "Copy details")) {
      const std::string details =
          std::string(core::name(data.error->code)) + ": " + data.error->detail;
      ImGui::SetClipboardText(details.c_str());
    }
    return;
  }
  const bool awaits_images = !data.labels_in_waiting.empty();
  if (awaits_images || !set.has_labels()) {
    const char* label = awaits_images ? "Open images..." : "Open labels...";
    if (notice_chip(context, row, "open the rest", label)) actions.push_back(app::ChooseData{});
  }
  if (set.own && notice_chip(context, row, "back to the test set", "Back to the test set")) {
    actions.push_back(app::UseBundledData{});
  }
}

}  // namespace atelier::ui
