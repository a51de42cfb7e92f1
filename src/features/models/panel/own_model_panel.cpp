// SPDX-License-Identifier: MIT
#include "features/models/panel/own_model_panel.hpp"

#include "app/say.hpp"
#include "features/models/actions.hpp"
#include "features/models/words.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

// Lays chips side by side, and on the next row where there is no more room.
class ChipRows {
 public:
  ChipRows(const PanelContext& context, const Box& box)
      : context_(context), box_(box), at_{box.x, box.y, 0, kChipHeight} {}

  bool add(const char* id, std::string_view label, bool selected = false) {
    at_.width = chip_width(context_.theme, label);
    if (at_.right() > box_.right() && at_.x > box_.x) next_row();
    const bool pressed = chip(context_.theme, id, at_, label, selected);
    at_.x += at_.width + kGap8;
    return pressed;
  }
  void next_row() {
    at_.x = box_.x;
    at_.y += kChipHeight + kGap8;
  }
  [[nodiscard]] float height() const { return at_.bottom() - box_.y; }

 private:
  const PanelContext& context_;
  Box box_;
  Box at_;
};

}  // namespace

float OwnModelPanel::draw_chips(const PanelContext& context, const Box& box) {
  const app::OwnModel& own = context.state.own_model;
  ChipRows rows(context, box);
  if (app::find_model(context.state, app::kOwnModelId) != nullptr) {
    const app::Reading now = own.reading;
    const auto is_possible = [&](app::Reading reading) {
      return own.scores[reading.number()].tried > 0;
    };
    const auto read = [&](app::Reading reading) {
      context.actions.push_back(app::ReadOwnModel{reading});
    };
    for (const auto range : {app::PixelRange::k255, app::PixelRange::kUnit,
                             app::PixelRange::kSymmetric, app::PixelRange::kStandardised}) {
      const app::Reading reading{range, now.inverted};
      if (!is_possible(reading)) continue;
      ImGui::PushID(static_cast<int>(range));
      if (rows.add("range", app::range_label(range), now.range == range)) read(reading);
      ImGui::PopID();
    }
    if (rows.add("inverted", app::say("own-model.inverted"), now.inverted))
      read({now.range, !now.inverted});
    rows.next_row();
  }
  if (rows.add("open model", app::say("own-model.open"))) {
    context.actions.push_back(app::ChooseModel{});
  }
  return rows.height();
}

}  // namespace atelier::ui
