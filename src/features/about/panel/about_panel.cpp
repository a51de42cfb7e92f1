// SPDX-License-Identifier: MIT
#include "features/about/panel/about_panel.hpp"

#include <algorithm>
#include <string>

#include "app/say.hpp"
#include "features/about/sections.hpp"
#include "features/data/panel/own_data_chips.hpp"
#include "features/models/panel/engine_switch.hpp"
#include "features/models/panel/model_switch.hpp"
#include "features/models/panel/own_model_panel.hpp"

namespace atelier::ui {
namespace {

constexpr float kTextWidth = 640;  // about 90 characters a line

}  // namespace

void AboutPanel::draw_content(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  box = box.inset(context.phone ? kGap16 : kGap28, 0);
  box.cut_top(context.phone ? kGap8 : kGap20);
  draw_text(context.theme, box.cut_top(kTarget), context.phone ? Style::kBodyStrong : Style::kTitle,
            colors.text, app::say("about.title"));
  ImGui::SetCursorScreenPos(box.min());
  ImGui::BeginChild("about text", {box.width, box.height});
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  Box text{origin.x, origin.y, std::min(box.width - kGap16, kTextWidth), 10'000};
  for (const app::AboutSection& section : app::about_sections(context.state)) {
    text.cut_top(kGap12);
    draw_text(context.theme, text.cut_top(24), Style::kBodyStrong, colors.text, section.heading);
    text.cut_top(draw_paragraph(context.theme, text, Style::kBody, colors.muted, section.text));
    if (section.below == app::AboutBelow::kNothing) continue;
    text.cut_top(kGap8);
    switch (section.below) {
      case app::AboutBelow::kOwnData: {
        Box row = text.cut_top(kChipHeight);
        OwnDataChips::draw_content(context, row);
        if (row.width < ClassNamesMenu::chip_width(context.theme)) {
          text.cut_top(kGap8);
          row = text.cut_top(kChipHeight);
        }
        class_names_.draw_left(context, row);
        break;
      }
      case app::AboutBelow::kModelSwitch:
        ModelSwitch::draw_chip(context, text.cut_top(kTarget));
        break;
      case app::AboutBelow::kOwnModel:
        text.cut_top(OwnModelPanel::draw_chips(context, text));
        break;
      case app::AboutBelow::kEngineSwitch:
        EngineSwitch::draw_content(context, text.cut_top(kTarget));
        break;
      case app::AboutBelow::kNothing:
        break;
    }
  }
  ImGui::Dummy({1, text.y - origin.y + kGap28});  // tells the window how far it scrolls
  if (touch_scroll_.update(context.theme)) context.moving = true;
  ImGui::EndChild();
}

}  // namespace atelier::ui
