// SPDX-License-Identifier: MIT
#include "features/photo/panel/photo_banner.hpp"

#include <string>

#include "app/say.hpp"
#include "features/photo/actions.hpp"
#include "features/photo/photo.hpp"
#include "kit/notice_card.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {

void PhotoBanner::draw_content(const PanelContext& context, Box& box) {
  const app::Photo& photo = context.state.photo;
  if (!photo.error) return;
  Box row = notice_card(context, box, app::photo_refusal(photo), true);
  if (chip_at_left(context.theme, "dismiss photo news", row, app::say("common.dismiss"))) {
    context.actions.push_back(app::DismissPhotoNews{});
  }
  if (chip_at_left(context.theme, "choose other photo", row, app::say("photo.choose"))) {
    context.actions.push_back(app::ChoosePhoto{});
  }
  if (chip_at_left(context.theme, "copy photo refusal", row, app::say("common.copy-details"))) {
    const std::string details =
        std::string(core::name(photo.error->code)) + ": " + photo.error->detail;
    ImGui::SetClipboardText(details.c_str());
  }
}

}  // namespace atelier::ui
