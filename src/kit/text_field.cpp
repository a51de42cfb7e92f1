// SPDX-License-Identifier: MIT
#include "kit/text_field.hpp"

#include "kit/widgets.hpp"

namespace atelier::ui {

bool text_field(const Theme& theme, const char* id, const Box& box, const std::string& hint,
                std::span<char> text, ImGuiInputTextFlags flags) {
  const Palette& colors = *theme.colors;
  ImGui::SetCursorScreenPos(box.min());
  ImGui::PushFont(theme.font(Style::kSmall), theme.imgui_size(Style::kSmall));
  ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, box.height / 2);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                      ImVec2(kGap16, (box.height - ImGui::GetFontSize()) / 2));
  ImGui::SetNextItemWidth(box.width);
  const bool result = ImGui::InputTextWithHint(id, hint.c_str(), text.data(), text.size(), flags);
  frame(theme, box, ImGui::IsItemActive() ? colors.accent : colors.line, box.height / 2);
  ImGui::PopStyleVar(2);
  ImGui::PopFont();
  return result;
}

}  // namespace atelier::ui
