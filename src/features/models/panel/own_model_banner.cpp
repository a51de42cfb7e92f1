// SPDX-License-Identifier: MIT
#include "features/models/panel/own_model_banner.hpp"

#include <string>

#include "app/action.hpp"
#include "app/say.hpp"
#include "app/view.hpp"
#include "features/models/actions.hpp"
#include "features/models/words.hpp"
#include "kit/notice_card.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

void draw_chips(const PanelContext& context, Box row) {
  const app::OwnModel& own = context.state.own_model;
  app::Actions& actions = context.actions;
  if (own.opening) {
    if (chip_at_left(context.theme, "cancel opening", row, app::say("common.cancel"))) {
      actions.push_back(app::CancelOpening{});
    }
    row.cut_left(kGap8);
    const app::Transfer& progress = own.opening->progress;
    const float done = progress.bytes_total == 0 ? 0
                                                 : static_cast<float>(progress.bytes_received) /
                                                       static_cast<float>(progress.bytes_total);
    bar(context.theme, {row.x, row.center().y - 3, row.width, 6}, done,
        context.theme.colors->accent);
    return;
  }
  if (chip_at_left(context.theme, "dismiss news", row, app::say("common.dismiss"))) {
    actions.push_back(app::DismissOwnModelNews{});
  }
  if (own.error) {
    if (chip_at_left(context.theme, "open another", row, app::say("common.open-another"))) {
      actions.push_back(app::ChooseModel{});
    }
    if (chip_at_left(context.theme, "copy refusal", row, app::say("common.copy-details"))) {
      const std::string details =
          std::string(core::name(own.error->code)) + ": " + own.error->detail;
      ImGui::SetClipboardText(details.c_str());
    }
  } else if (chip_at_left(context.theme, "change reading", row, app::say("own-model.change"))) {
    actions.push_back(app::DismissOwnModelNews{});
    actions.push_back(app::SetView{app::View::kAbout});
  }
}

}  // namespace

void OwnModelBanner::draw_content(const PanelContext& context, Box& box) {
  const app::OwnModel& own = context.state.own_model;
  if (!own.opening && !own.error && !own.is_news) return;
  std::string words = own.is_news ? app::news_words(context.state) : std::string();
  if (own.error) words = app::own_model_refusal(own);
  if (own.opening) words = app::opening_words(*own.opening);
  draw_chips(context, notice_card(context, box, words, own.error && !own.opening));
}

}  // namespace atelier::ui
