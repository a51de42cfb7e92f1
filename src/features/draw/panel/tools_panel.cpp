// SPDX-License-Identifier: MIT
#include "features/draw/panel/tools_panel.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <string>

#include "app/say.hpp"
#include "features/draw/actions.hpp"
#include "features/draw/panel/commands.hpp"
#include "features/draw/state.hpp"
#include "kit/menu.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr std::array kTools = {Command::kBrush, Command::kEraser,  Command::kFill,
                               Command::kLine,  Command::kPolygon, Command::kArrange,
                               Command::kMirror};
constexpr std::array kInMenu = {Command::kPick, Command::kSoften, Command::kInvert};
constexpr std::array kHistory = {Command::kUndo, Command::kRedo, Command::kClear};
constexpr int kFewTools = 3;  // that have buttons where there is little room
constexpr float kDensePitch = 48;
constexpr float kLeastClothWidth = 26;

constexpr const char* kMenu = "more";
constexpr float kMenuWidth = 264;

// All buttons there are, the menu's among them.
int buttons_with(int tools) { return tools + 1 + static_cast<int>(kHistory.size()); }

float length_of(int buttons, float pitch) {
  return static_cast<float>(buttons) * pitch - (pitch - kTarget);
}

bool has_room_for_all(float height) {
  return height >= length_of(buttons_with(kTools.size()), kDensePitch);
}

void draw_command(const PanelContext& context, const Box& box, Command command) {
  const CommandWords& words = words_of(command);
  const app::State& state = context.state;
  if (icon_button(context.theme, words.id, box, words.icon, words.tooltip_words(),
                  {.selected = is_on(command, state), .enabled = is_possible(command, state)})) {
    context.actions.push_back(action_of(command, state));
  }
}

void draw_menu_row(const PanelContext& context, Box row, Command command) {
  const CommandWords& words = words_of(command);
  const Palette& colors = *context.theme.colors;
  const bool possible = is_possible(command, context.state);
  const ImU32 ink = possible ? colors.text : colors.muted;
  if (menu_row(context.theme, words.id, row, "", is_on(command, context.state)) && possible) {
    context.actions.push_back(action_of(command, context.state));
  }
  const std::string label = app::say(words.label);
  constexpr float kMark = 24, kIcon = 20;  // the mark of what is on
  const float texts = text_size(context.theme, Style::kSmall, label).x +
                      text_size(context.theme, Style::kSmall, words.shortcut).x;
  menu_needs(2 * kGap8 + kMark + kIcon + 2 * kGap12 + texts);
  row = row.inset(kGap8, 0);
  row.cut_right(kMark);
  draw_icon(*ImGui::GetWindowDrawList(), words.icon, row.cut_left(kIcon).center(), 18, ink);
  row.cut_left(kGap12);
  if (!context.theme.coarse_pointer) {
    draw_text(context.theme, row, Style::kSmall, colors.muted, words.shortcut, Align::kRight);
  }
  draw_text(context.theme, row, Style::kSmall, ink, label);
}

// The button of what has no button of its own; it stands for the tool in hand if that is one of
// them.
void draw_more(const PanelContext& context, const Box& box, int tools) {
  const std::span<const Command> hidden =
      std::span(kTools).subspan(static_cast<std::size_t>(tools));
  Icon icon = Icon::kMore;
  bool selected = false;
  const auto look_at = [&](Command command) {
    if (command == Command::kMirror || !is_on(command, context.state)) return;
    icon = words_of(command).icon;
    selected = true;
  };
  for (const Command command : hidden) look_at(command);
  if (icon_button(context.theme, kMenu, box, icon, app::say("tools.more"),
                  {.selected = selected})) {
    open_menu(context, kMenu);
  }
  const float height = menu_row_height(context.theme);
  const auto rows = static_cast<float>(hidden.size() + kInMenu.size());
  auto list = begin_menu(context, kMenu, box, {kMenuWidth, rows * height});
  if (!list) return;
  for (const Command command : hidden) draw_menu_row(context, list->cut_top(height), command);
  for (const Command command : kInMenu) draw_menu_row(context, list->cut_top(height), command);
  end_menu();
}

// The k-th of the buttons when so many tools have one.
void draw_button(const PanelContext& context, const Box& box, int k, int tools) {
  if (k < tools) {
    draw_command(context, box, kTools[static_cast<std::size_t>(k)]);
  } else if (k == tools) {
    draw_more(context, box, tools);
  } else {
    draw_command(context, box, kHistory[static_cast<std::size_t>(k - tools - 1)]);
  }
}

void draw_cloth(const PanelContext& context, const Box& cell, int id, std::uint8_t gray) {
  const Palette& colors = *context.theme.colors;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImGui::PushID(id);
  const Press press = press_area("cloth", cell);
  ImGui::PopID();
  const float radius = std::min(13.0F, cell.width / 2 - 4);
  list.AddCircleFilled(cell.center(), radius, IM_COL32(gray, gray, gray, 255));
  list.AddCircle(cell.center(), radius, colors.line);
  if (context.state.tools.gray == gray) {
    list.AddCircle(cell.center(), radius + 3, colors.accent, 0, 2);
  }
  if (!press.pressed) return;
  context.actions.push_back(app::SetGray{gray});
  // Whoever picks a cloth wants to paint with it.
  if (context.state.tools.tool == core::Tool::kEraser) {
    context.actions.push_back(app::SetTool{core::Tool::kBrush});
  }
}

// Any other gray: shown when it is in hand, and taken from the canvas by what is pressed next.
void draw_picker(const PanelContext& context, const Box& cell) {
  const Palette& colors = *context.theme.colors;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Press press = press_area("picker", cell);
  tooltip(context.theme, words_of(Command::kPick).tooltip_words());
  const std::uint8_t gray = context.state.tools.gray;
  const bool other = !app::is_cloth(gray);
  const bool picking = is_on(Command::kPick, context.state);
  const float radius = std::min(13.0F, cell.width / 2 - 4);
  const ImU32 fill = other ? IM_COL32(gray, gray, gray, 255) : colors.surface;
  list.AddCircleFilled(cell.center(), radius, fill);
  list.AddCircle(cell.center(), radius, colors.line);
  if (other || picking) list.AddCircle(cell.center(), radius + 3, colors.accent, 0, 2);
  const ImU32 ink = !other ? colors.muted : gray < 128 ? IM_COL32_WHITE : IM_COL32_BLACK;
  draw_icon(list, Icon::kPicker, cell.center(), radius + 2, picking ? colors.accent : ink);
  if (press.pressed) context.actions.push_back(action_of(Command::kPick, context.state));
}

void draw_cloths(const PanelContext& context, Box box, int rows) {
  constexpr int kCells = static_cast<int>(app::kClothGrays.size()) + 1;
  const int columns = (kCells + rows - 1) / rows;
  const float width = box.width / static_cast<float>(columns);
  const float height = box.height / static_cast<float>(rows);
  for (int k = 0; k < kCells; ++k) {
    const Box cell{box.x + static_cast<float>(k % columns) * width,
                   box.y + static_cast<float>(k / columns) * height, width, height};
    // Bright first, as on a painter's card.
    const int cloth = kCells - 2 - k;
    if (cloth >= 0) {
      draw_cloth(context, cell, cloth, app::kClothGrays[static_cast<std::size_t>(cloth)]);
    } else {
      draw_picker(context, cell);
    }
  }
}

void draw_brush_slider(const PanelContext& context, const Box& box) {
  // In the logarithm, so that the fine sizes have room: as far from one to its double everywhere.
  float position = std::log(context.state.tools.brush_size);
  if (slider(context.theme, "brush size", box, position, std::log(kLeastBrush),
             std::log(kGreatestBrush), app::say("tools.brush-size"))) {
    context.actions.push_back(
        app::SetBrushSize{std::clamp(std::exp(position), kLeastBrush, kGreatestBrush)});
  }
}

// A whole number from 0 to `greatest`; the new one if it was changed.
std::optional<std::uint8_t> number_slider(const PanelContext& context, const char* id,
                                          const Box& box, std::uint8_t value, int greatest,
                                          const std::string& words) {
  auto position = static_cast<float>(value);
  const bool moved =
      slider(context.theme, id, box, position, 0, static_cast<float>(greatest), words);
  const auto next = static_cast<std::uint8_t>(std::lround(position));
  return moved && next != value ? std::optional(next) : std::nullopt;
}

void draw_tolerance_slider(const PanelContext& context, const Box& box) {
  core::FillReach reach = context.state.tools.reach;
  const auto next = number_slider(context, "tolerance", box, reach.tolerance,
                                  core::kGreatestTolerance, app::say("tools.tolerance"));
  if (!next) return;
  reach.tolerance = *next;
  context.actions.push_back(app::SetFillReach{reach});
}

void draw_gap_slider(const PanelContext& context, const Box& box) {
  core::FillReach reach = context.state.tools.reach;
  const auto next =
      number_slider(context, "gap", box, reach.gap, core::kGreatestGap, app::say("tools.gap"));
  if (!next) return;
  reach.gap = *next;
  context.actions.push_back(app::SetFillReach{reach});
}

bool is_filling(const app::Tools& tools) {
  return tools.mode != app::ToolMode::kArrange && tools.tool == core::Tool::kFill;
}

// The tool draws with a round brush.
bool has_brush(const app::Tools& tools) {
  return tools.mode != app::ToolMode::kArrange && tools.tool != core::Tool::kFill &&
         tools.tool != core::Tool::kPolygon;
}

std::string advice(const app::Tools& tools) {
  if (tools.mode == app::ToolMode::kPick) return app::say("tools.pick-advice");
  if (tools.mode == app::ToolMode::kArrange) return app::say("tools.arrange-advice");
  switch (tools.tool) {
    case core::Tool::kFill:
      return app::say("tools.fill-advice");
    case core::Tool::kLine:
      return app::say("tools.line-advice");
    case core::Tool::kPolygon:
      return app::say("tools.polygon-advice");
    default:
      return app::say("tools.brush-advice");
  }
}

}  // namespace

float ToolsPanel::column_width(float height) {
  if (has_room_for_all(height)) return kTarget;
  const int buttons = buttons_with(kFewTools);
  const int rows = std::clamp(static_cast<int>((height + kGap8) / kPitch), 1, buttons);
  return length_of((buttons + rows - 1) / rows, kPitch);
}

void ToolsPanel::draw_column(const PanelContext& context, const Box& box) {
  const bool all = has_room_for_all(box.height);
  const int tools = all ? static_cast<int>(kTools.size()) : kFewTools;
  const float pitch = all ? kDensePitch : kPitch;
  const int buttons = buttons_with(tools);
  const int rows =
      all ? buttons : std::clamp(static_cast<int>((box.height + kGap8) / pitch), 1, buttons);
  // A wider gap before the way back, where one column holds all.
  const bool roomy = rows == buttons && box.height >= length_of(buttons, pitch) + kGap16;
  for (int k = 0; k < buttons; ++k) {
    const float gap = roomy && k > tools ? kGap16 : 0;
    draw_button(context,
                {box.x + static_cast<float>(k / rows) * pitch,
                 box.y + static_cast<float>(k % rows) * pitch + gap, kTarget, kTarget},
                k, tools);
  }
}

void ToolsPanel::draw_row(const PanelContext& context, Box box) {
  const bool all = box.width >= length_of(buttons_with(kTools.size()), kPitch) + kGap16;
  const int tools = all ? static_cast<int>(kTools.size()) : kFewTools;
  const int buttons = buttons_with(tools);
  const float pitch = std::min(kPitch, (box.width + kGap8) / (static_cast<float>(buttons) + 0.4F));
  for (int k = 0; k < buttons; ++k) {
    const float x = k <= tools
                        ? box.x + static_cast<float>(k) * pitch
                        : box.right() - kTarget - static_cast<float>(buttons - 1 - k) * pitch;
    draw_button(context, {x, box.y, kTarget, kTarget}, k, tools);
  }
}

void ToolsPanel::draw_cloth_and_brush(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  const app::Tools& tools = context.state.tools;
  const auto caption = [&](app::Key words) {
    draw_text(context.theme, box.cut_top(20), Style::kSmallStrong, colors.muted, app::say(words));
  };
  caption("tools.cloth");
  // Six side by side are too narrow for a finger.
  const int rows = context.theme.coarse_pointer || box.width < 6 * kLeastClothWidth ? 2 : 1;
  draw_cloths(context, box.cut_top(40.0F * static_cast<float>(rows)), rows);
  box.cut_top(kGap16);
  if (has_brush(tools)) {
    caption("tools.brush");
    draw_brush_slider(context, box.cut_top(32));
    box.cut_top(kGap16);
  } else if (is_filling(tools)) {
    caption("tools.similar");
    draw_tolerance_slider(context, box.cut_top(32));
    box.cut_top(kGap8);
    caption("tools.gaps");
    draw_gap_slider(context, box.cut_top(32));
    box.cut_top(kGap16);
  }
  draw_paragraph(context.theme, box, Style::kSmall, colors.muted, advice(tools));
}

void ToolsPanel::draw_cloth_and_brush_row(const PanelContext& context, Box box) {
  draw_cloths(context, box.cut_left(6 * 40), 1);
  box.cut_left(kGap12);
  if (is_filling(context.state.tools)) {
    draw_tolerance_slider(context, box);
  } else if (has_brush(context.state.tools)) {
    draw_brush_slider(context, box);
  }
}

}  // namespace atelier::ui
