// SPDX-License-Identifier: MIT
#include "features/draw/panel/commands.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "app/action.hpp"
#include "features/draw/actions.hpp"
#include "features/draw/state.hpp"
#include "features/photo/photo.hpp"

namespace atelier::ui {
namespace {

constexpr std::array<CommandWords, 13> kWords = {{
    {"brush", Icon::kBrush, "tool.brush", "tool.brush.tooltip", "B", ImGuiKey_B},
    {"eraser", Icon::kEraser, "tool.eraser", "tool.eraser.tooltip", "E", ImGuiKey_E},
    {"fill", Icon::kBucket, "tool.fill", "tool.fill.tooltip", "F", ImGuiKey_F},
    {"line", Icon::kLine, "tool.line", "tool.line.tooltip", "L", ImGuiKey_L},
    {"polygon", Icon::kPolygon, "tool.polygon", "tool.polygon.tooltip", "P", ImGuiKey_P},
    {"arrange", Icon::kArrange, "tool.arrange", "tool.arrange.tooltip", "V", ImGuiKey_V},
    {"mirror", Icon::kMirror, "tool.mirror", "tool.mirror.tooltip", "M", ImGuiKey_M},
    {"pick", Icon::kPicker, "tool.pick", "tool.pick.tooltip", "I", ImGuiKey_I},
    {"soften", Icon::kSoften, "tool.soften", "tool.soften.tooltip", "S", ImGuiKey_S},
    {"invert", Icon::kInvert, "tool.invert", "tool.invert.tooltip", "N", ImGuiKey_N},
    {"undo", Icon::kUndo, "tool.undo", "tool.undo.tooltip", "Ctrl+Z", ImGuiKey_None},
    {"redo", Icon::kRedo, "tool.redo", "tool.redo.tooltip", "Ctrl+Shift+Z", ImGuiKey_None},
    {"clear", Icon::kTrash, "tool.clear", "tool.clear.tooltip", "Delete", ImGuiKey_Delete},
}};

core::Tool tool_of(Command command) {
  switch (command) {
    case Command::kEraser:
      return core::Tool::kEraser;
    case Command::kFill:
      return core::Tool::kFill;
    case Command::kLine:
      return core::Tool::kLine;
    case Command::kPolygon:
      return core::Tool::kPolygon;
    default:
      return core::Tool::kBrush;
  }
}

app::ToolMode mode_of(Command command) {
  return command == Command::kPick ? app::ToolMode::kPick : app::ToolMode::kArrange;
}

}  // namespace

std::string CommandWords::tooltip_words() const { return app::say(tooltip, {{"key", shortcut}}); }

const CommandWords& words_of(Command command) { return kWords[static_cast<std::size_t>(command)]; }

app::Action action_of(Command command, const app::State& state) {
  switch (command) {
    case Command::kMirror:
      return app::SetMirrored{!state.tools.mirrored};
    case Command::kPick:
    case Command::kArrange: {
      // A second time puts it away.
      const app::ToolMode mode = mode_of(command);
      return app::SetToolMode{state.tools.mode == mode ? app::ToolMode::kDraw : mode};
    }
    case Command::kSoften:
      return app::SoftenDrawing{};
    case Command::kInvert:
      return app::InvertDrawing{};
    case Command::kUndo:
      return app::Undo{};
    case Command::kRedo:
      return app::Redo{};
    case Command::kClear:
      return app::ClearDrawing{};
    default:
      return app::SetTool{tool_of(command)};
  }
}

bool is_on(Command command, const app::State& state) {
  const app::Tools& tools = state.tools;
  switch (command) {
    case Command::kMirror:
      return tools.mirrored;
    case Command::kPick:
    case Command::kArrange:
      return tools.mode == mode_of(command);
    case Command::kBrush:
    case Command::kEraser:
    case Command::kFill:
    case Command::kLine:
    case Command::kPolygon:
      return tools.mode != app::ToolMode::kArrange && tools.tool == tool_of(command);
    default:
      return false;
  }
}

bool is_possible(Command command, const app::State& state) {
  switch (command) {
    case Command::kSoften:
    case Command::kInvert:
      return !app::shows_photo(state) && state.input.source != app::InputSource::kNone &&
             !state.input.blank;
    case Command::kUndo:
    case Command::kClear:
      return app::can_undo(state);
    case Command::kRedo:
      return state.drawing.can_redo();
    default:
      return true;
  }
}

void take_shortcuts(const app::State& state, app::Actions& actions) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.WantTextInput) return;
  const app::Tools& tools = state.tools;
  const auto pressed = [](ImGuiKey key, bool repeat = false) {
    return ImGui::IsKeyPressed(key, repeat);
  };
  const auto act = [&](app::Action action) { actions.push_back(std::move(action)); };
  // Command on a Mac arrives as Ctrl, by ImGui's own convention.
  if (io.KeyCtrl) {
    if (pressed(ImGuiKey_Z, true)) io.KeyShift ? act(app::Redo{}) : act(app::Undo{});
    if (pressed(ImGuiKey_Y, true)) act(app::Redo{});
    return;
  }
  if (app::shows_photo(state)) return;  // nothing is drawn on it
  for (std::size_t k = 0; k < kWords.size(); ++k) {
    const auto command = static_cast<Command>(k);
    const bool hit = kWords[k].key != ImGuiKey_None && pressed(kWords[k].key);
    if (hit && is_possible(command, state)) act(action_of(command, state));
  }
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
