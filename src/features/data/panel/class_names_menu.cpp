// SPDX-License-Identifier: MIT
#include "features/data/panel/class_names_menu.hpp"

#include <algorithm>
#include <string>

#include <imgui_internal.h>

#include "app/say.hpp"
#include "features/data/actions.hpp"
#include "kit/menu.hpp"
#include "kit/text_field.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr const char* kId = "class names";
constexpr app::Key kLabel = "names.title";
constexpr float kFieldWidth = 146;
constexpr float kNumberWidth = 16;
constexpr float kWidth = 2 * (kNumberWidth + kFieldWidth) + kGap12;
constexpr float kWordsHeight = 44;
constexpr int kRows = 5;
constexpr float kHeight = kWordsHeight + kRows * kTarget + kGap8 + kTarget;

}  // namespace

float ClassNamesMenu::chip_width(const Theme& theme) {
  return menu_chip_width(theme, app::say(kLabel));
}

void ClassNamesMenu::draw_left(const PanelContext& context, const Box& row) {
  Box rest = row;
  draw(context, rest.cut_left(chip_width(context.theme)).middle(kChipHeight));
}

void ClassNamesMenu::draw_right(const PanelContext& context, Box& row) {
  const Box at = row.cut_right(chip_width(context.theme));
  row.cut_right(kGap8);
  draw(context, at.middle(kChipHeight));
}

void ClassNamesMenu::draw(const PanelContext& context, const Box& at) {
  menu_chip(context, kId, at, app::say(kLabel), false);
  const auto inside = begin_menu(context, kId, at, {kWidth, kHeight});
  if (!inside) return;
  draw_fields(context, *inside);
  end_menu();
}

void ClassNamesMenu::draw_fields(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  const app::TestSet& set = context.state.test_set;
  draw_paragraph(context.theme, box.cut_top(kWordsHeight), Style::kCaption, colors.muted,
                 set.own ? app::say("names.own") : app::say("names.bundled"));
  const app::ClassNames defaults = app::default_class_names(set);
  const float top = box.y;
  for (std::size_t label = 0; label < texts_.size(); ++label) {
    const auto column = static_cast<float>(label / kRows);
    const auto row = static_cast<float>(label % kRows);
    Box line{box.x + column * (kNumberWidth + kFieldWidth + kGap12), top + row * kTarget,
             kNumberWidth + kFieldWidth, kTarget};
    draw_text(context.theme, line.cut_left(kNumberWidth), Style::kSmall, colors.muted,
              std::to_string(label));
    ImGui::PushID(static_cast<int>(label));
    auto& text = texts_[label];
    const bool typing = ImGui::GetActiveID() == ImGui::GetID("##name");
    if (!typing) {
      text.fill('\0');
      const std::string& name = set.class_names[label];
      std::copy_n(name.begin(), std::min(name.size(), text.size() - 1), text.begin());
    }
    if (text_field(context.theme, "##name", line.middle(kChipHeight), defaults[label], text,
                   ImGuiInputTextFlags_AutoSelectAll)) {
      context.actions.push_back(
          app::RenameClass{static_cast<std::uint8_t>(label), std::string(text.data())});
    }
    ImGui::PopID();
  }
  box.cut_top(kRows * kTarget + kGap8);
  Box chips = box.cut_top(kTarget);
  if (chip_at_left(context.theme, "done", chips, app::say("names.done"), true)) {
    ImGui::CloseCurrentPopup();
  }
  if (set.class_names != defaults &&
      chip_at_left(context.theme, "default names", chips, app::say("names.default"))) {
    context.actions.push_back(app::RenameClass{});
  }
}

}  // namespace atelier::ui
