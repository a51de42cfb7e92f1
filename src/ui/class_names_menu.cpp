// SPDX-License-Identifier: MIT
#include "ui/class_names_menu.hpp"

#include <algorithm>
#include <string>

#include <imgui_internal.h>

#include "ui/menu.hpp"
#include "ui/text_field.hpp"
#include "ui/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr const char* kId = "class names";
constexpr const char* kLabel = "Class names";
constexpr float kFieldWidth = 146;
constexpr float kNumberWidth = 16;
constexpr float kWidth = 2 * (kNumberWidth + kFieldWidth) + kGap12;
constexpr float kWordsHeight = 44;
constexpr int kRows = 5;
constexpr float kHeight = kWordsHeight + kRows * kTarget + kGap8 + kTarget;

// Side by side in the height of a touch.
Box chip_place(const Theme& theme, Box& row, const char* label) {
  const Box at = row.cut_left(chip_width(theme, label));
  row.cut_left(kGap8);
  return {at.x, at.center().y - kChipHeight / 2, at.width, kChipHeight};
}

}  // namespace

void ClassNamesMenu::draw_left(const PanelContext& context, const Box& row) {
  const float width = menu_chip_width(context.theme, kLabel);
  draw(context, {row.x, row.center().y - kChipHeight / 2, width, kChipHeight});
}

void ClassNamesMenu::draw_right(const PanelContext& context, Box& row) {
  const Box at = row.cut_right(menu_chip_width(context.theme, kLabel));
  row.cut_right(kGap8);
  draw(context, {at.x, at.center().y - kChipHeight / 2, at.width, kChipHeight});
}

void ClassNamesMenu::draw(const PanelContext& context, const Box& at) {
  menu_chip(context, kId, at, kLabel, false);
  const auto inside = begin_menu(context, kId, at, {kWidth, kHeight});
  if (!inside) return;
  draw_fields(context, *inside);
  end_menu();
}

void ClassNamesMenu::draw_fields(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  const app::TestSet& set = context.state.test_set;
  draw_paragraph(context.theme, box.cut_top(kWordsHeight), Style::kCaption, colors.muted,
                 set.own ? "What the labels are called. The page's networks answer in their own "
                           "words."
                         : "What labels and answers are called, until the page is closed.");
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
    const Box field{line.x, line.center().y - kChipHeight / 2, line.width, kChipHeight};
    if (text_field(context.theme, "##name", field, defaults[label].c_str(), text,
                   ImGuiInputTextFlags_AutoSelectAll)) {
      context.actions.push_back(
          app::RenameClass{static_cast<std::uint8_t>(label), std::string(text.data())});
    }
    ImGui::PopID();
  }
  box.cut_top(kRows * kTarget + kGap8);
  Box chips = box.cut_top(kTarget);
  const char* done = "Done";
  if (chip(context.theme, "done", chip_place(context.theme, chips, done), done, true)) {
    ImGui::CloseCurrentPopup();
  }
  const char* reset = "Default names";
  if (set.class_names != defaults &&
      chip(context.theme, "default names", chip_place(context.theme, chips, reset), reset)) {
    context.actions.push_back(app::ResetClassNames{});
  }
}

}  // namespace atelier::ui
