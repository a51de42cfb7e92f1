// SPDX-License-Identifier: MIT
#include "ui/error_banner.hpp"

#include <string>

#include "app/wording.hpp"
#include "ui/notice_card.hpp"

namespace atelier::ui {

void ErrorBanner::draw_content(const PanelContext& context, Box& box) {
  const core::Error* serious = app::current_error(context.state);
  const core::Error* error = serious != nullptr ? serious : app::notice(context.state);
  if (error == nullptr) return;
  const std::string sentence =
      serious != nullptr ? std::string(core::sentence(error->code)) : app::notice_words(*error);
  Box row = notice_card(context, box, sentence, serious != nullptr);
  if (serious == nullptr && notice_chip(context, row, "dismiss", "All right")) {
    context.actions.push_back(app::DismissNotice{});
  }
  if (notice_chip(context, row, "retry", "Try again")) context.actions.push_back(app::Retry{});
  if (notice_chip(context, row, "copy details", "Copy details")) {
    const std::string details = std::string(core::name(error->code)) + ": " + error->detail;
    ImGui::SetClipboardText(details.c_str());
  }
}

}  // namespace atelier::ui
