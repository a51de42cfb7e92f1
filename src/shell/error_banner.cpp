// SPDX-License-Identifier: MIT
#include "shell/error_banner.hpp"

#include <string>

#include "app/error_words.hpp"
#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/models/actions.hpp"
#include "kit/notice_card.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {

void ErrorBanner::draw_content(const PanelContext& context, Box& box) {
  const core::Error* serious = app::current_error(context.state);
  const core::Error* error = serious != nullptr ? serious : app::notice(context.state);
  if (error == nullptr) return;
  const std::string sentence =
      serious != nullptr ? app::error_words(error->code) : app::notice_words(*error);
  Box row = notice_card(context, box, sentence, serious != nullptr);
  if (serious == nullptr &&
      chip_at_left(context.theme, "dismiss", row, app::say("common.dismiss"))) {
    context.actions.push_back(app::DismissNotice{});
  }
  if (chip_at_left(context.theme, "retry", row, app::say("common.retry"))) {
    context.actions.push_back(app::Retry{});
  }
  if (chip_at_left(context.theme, "copy details", row, app::say("common.copy-details"))) {
    const std::string details = std::string(core::name(error->code)) + ": " + error->detail;
    ImGui::SetClipboardText(details.c_str());
  }
}

}  // namespace atelier::ui
