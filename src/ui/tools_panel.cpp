// SPDX-License-Identifier: MIT
#include "ui/tools_panel.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kLeastBrush = 0.015F;
constexpr float kGreatestBrush = 0.3F;

struct Button {
  const char* id;
  Icon icon;
  const char* tooltip;
};

constexpr std::array<Button, 4> kTools = {{
    {"brush", Icon::kBrush, "Brush (B)"},
    {"eraser", Icon::kEraser, "Eraser (E)"},
    {"fill", Icon::kBucket, "Fill (F)"},
    {"mirror", Icon::kMirror, "Mirror (M)"},
}};

constexpr std::array<Button, 3> kHistory = {{
    {"undo", Icon::kUndo, "Undo (Ctrl+Z)"},
    {"redo", Icon::kRedo, "Redo (Ctrl+Shift+Z)"},
    {"clear", Icon::kTrash, "Clear (Delete)"},
}};

void draw_tool(const PanelContext& context, const Box& box, std::size_t k) {
  const app::Tools& tools = context.state.tools;
  const Button& button = kTools[k];
  const bool mirror = button.icon == Icon::kMirror;
  const auto tool = static_cast<core::Tool>(k);
  const bool selected = mirror ? tools.mirrored : tools.tool == tool;
  if (!icon_button(context.theme, button.id, box, button.icon, button.tooltip,
                   {.selected = selected})) {
    return;
  }
  if (mirror) {
    context.actions.push_back(app::SetMirrored{!tools.mirrored});
  } else {
    context.actions.push_back(app::SetTool{tool});
  }
}

void draw_history(const PanelContext& context, const Box& box, std::size_t k) {
  const core::Drawing& drawing = context.state.drawing;
  const bool undo = app::can_undo(context.state);
  const std::array<bool, 3> enabled = {undo, drawing.can_redo(), undo};
  const Button& button = kHistory[k];
  if (!icon_button(context.theme, button.id, box, button.icon, button.tooltip,
                   {.enabled = enabled[k]})) {
    return;
  }
  const std::array<app::Action, 3> actions = {app::Undo{}, app::Redo{}, app::ClearDrawing{}};
  context.actions.push_back(actions[k]);
}

void draw_cloths(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  const float pitch = box.width / static_cast<float>(app::kClothGrays.size());
  ImDrawList& list = *ImGui::GetWindowDrawList();
  // Bright first, as on a painter's card.
  for (std::size_t k = app::kClothGrays.size(); k-- > 0;) {
    const std::uint8_t gray = app::kClothGrays[k];
    const Box cell = box.cut_left(pitch);
    ImGui::PushID(static_cast<int>(k));
    const Press press = press_area("cloth", cell);
    ImGui::PopID();
    const float radius = std::min(13.0F, pitch / 2 - 4);
    list.AddCircleFilled(cell.center(), radius, IM_COL32(gray, gray, gray, 255));
    list.AddCircle(cell.center(), radius, colors.line);
    if (context.state.tools.gray == gray) {
      list.AddCircle(cell.center(), radius + 3, colors.accent, 0, 2);
    }
    if (press.pressed) {
      context.actions.push_back(app::SetGray{gray});
      // Whoever picks a cloth wants to paint with it.
      if (context.state.tools.tool == core::Tool::kEraser) {
        context.actions.push_back(app::SetTool{core::Tool::kBrush});
      }
    }
  }
}

void draw_brush_slider(const PanelContext& context, const Box& box) {
  // In the root, so that the fine sizes have room.
  float position = std::sqrt(context.state.tools.brush_size);
  if (slider(context.theme, "brush size", box, position, std::sqrt(kLeastBrush),
             std::sqrt(kGreatestBrush), "Brush size ([ and ])")) {
    context.actions.push_back(app::SetBrushSize{position * position});
  }
}

int rows_in(float height) {
  const int rows = static_cast<int>((height + kGap8) / ToolsPanel::kPitch);
  return std::clamp(rows, 1, static_cast<int>(kTools.size() + kHistory.size()));
}

}  // namespace

float ToolsPanel::column_width(float height) {
  const int buttons = static_cast<int>(kTools.size() + kHistory.size());
  const int columns = (buttons + rows_in(height) - 1) / rows_in(height);
  return static_cast<float>(columns) * kPitch - kGap8;
}

void ToolsPanel::draw_column(const PanelContext& context, const Box& box) {
  const int rows = rows_in(box.height);
  const int buttons = static_cast<int>(kTools.size() + kHistory.size());
  // A wider gap before the way back, where one column holds all.
  const bool roomy = rows == buttons && box.height >= static_cast<float>(buttons) * kPitch + kGap16;
  for (int k = 0; k < buttons; ++k) {
    const auto history = k - static_cast<int>(kTools.size());
    const float gap = roomy && history >= 0 ? kGap16 : 0;
    const Box at{box.x + static_cast<float>(k / rows) * kPitch,
                 box.y + static_cast<float>(k % rows) * kPitch + gap, kTarget, kTarget};
    history < 0 ? draw_tool(context, at, static_cast<std::size_t>(k))
                : draw_history(context, at, static_cast<std::size_t>(history));
  }
}

void ToolsPanel::draw_row(const PanelContext& context, Box box) {
  const float pitch = std::min(kPitch, (box.width + kGap8) / 7.4F);
  for (std::size_t k = 0; k < kTools.size(); ++k) {
    draw_tool(context, {box.x + static_cast<float>(k) * pitch, box.y, kTarget, kTarget}, k);
  }
  for (std::size_t k = 0; k < kHistory.size(); ++k) {
    const auto from_right = static_cast<float>(kHistory.size() - 1 - k);
    draw_history(context, {box.right() - kTarget - from_right * pitch, box.y, kTarget, kTarget}, k);
  }
}

void ToolsPanel::draw_cloth_and_brush(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  draw_text(context.theme, box.cut_top(20), Style::kSmallStrong, colors.muted, "Cloth");
  draw_cloths(context, box.cut_top(40));
  box.cut_top(kGap16);
  draw_text(context.theme, box.cut_top(20), Style::kSmallStrong, colors.muted, "Brush");
  draw_brush_slider(context, box.cut_top(32));
  box.cut_top(kGap16);
  draw_paragraph(context.theme, box, Style::kSmall, colors.muted,
                 "Pick a gray and paint the whole garment: the network has only seen cloth, "
                 "photographed on black.\nA pen's pressure sets the width.");
}

void ToolsPanel::draw_cloth_and_brush_row(const PanelContext& context, Box box) {
  draw_cloths(context, box.cut_left(5 * 42));
  box.cut_left(kGap12);
  draw_brush_slider(context, box);
}

void ToolsPanel::take_shortcuts(const PanelContext& context) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.WantTextInput) return;
  const app::Tools& tools = context.state.tools;
  const auto pressed = [](ImGuiKey key, bool repeat = false) {
    return ImGui::IsKeyPressed(key, repeat);
  };
  const auto act = [&](const app::Action& action) { context.actions.push_back(action); };
  // Command on a Mac arrives as Ctrl, by ImGui's own convention.
  if (io.KeyCtrl) {
    if (pressed(ImGuiKey_Z, true)) io.KeyShift ? act(app::Redo{}) : act(app::Undo{});
    if (pressed(ImGuiKey_Y, true)) act(app::Redo{});
    return;
  }
  if (pressed(ImGuiKey_B)) act(app::SetTool{core::Tool::kBrush});
  if (pressed(ImGuiKey_E)) act(app::SetTool{core::Tool::kEraser});
  if (pressed(ImGuiKey_F)) act(app::SetTool{core::Tool::kFill});
  if (pressed(ImGuiKey_M)) act(app::SetMirrored{!tools.mirrored});
  if (pressed(ImGuiKey_Delete)) act(app::ClearDrawing{});
  constexpr float kStep = 1.2F;
  if (pressed(ImGuiKey_LeftBracket, true)) {
    act(app::SetBrushSize{std::max(tools.brush_size / kStep, kLeastBrush)});
  }
  if (pressed(ImGuiKey_RightBracket, true)) {
    act(app::SetBrushSize{std::min(tools.brush_size * kStep, kGreatestBrush)});
  }
  for (int k = 0; k < static_cast<int>(app::kClothGrays.size()); ++k) {
    if (pressed(static_cast<ImGuiKey>(ImGuiKey_1 + k))) {
      act(app::SetGray{
          app::kClothGrays[app::kClothGrays.size() - 1 - static_cast<std::size_t>(k)]});
    }
  }
}

}  // namespace atelier::ui
