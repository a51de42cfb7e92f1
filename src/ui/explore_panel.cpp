// SPDX-License-Identifier: MIT
#include "ui/explore_panel.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "app/wording.hpp"
#include "core/class_names.hpp"

namespace atelier::ui {
namespace {

constexpr float kCellGap = 4;
constexpr float kCellAim = 58;  // CSS pixels; cells are made to fill the width
constexpr float kCellAimTouch = 52;

bool is_selected(const app::State& state, std::uint32_t index) {
  return state.input.index == index;
}

// Where the selected image stands in what is shown, or -1.
int selected_position(const app::State& state) {
  if (!state.input.index) return -1;
  const auto& shown = state.explore.indices;
  const auto found = std::lower_bound(shown.begin(), shown.end(), *state.input.index);
  const bool there = found != shown.end() && *found == *state.input.index;
  return there ? static_cast<int>(found - shown.begin()) : -1;
}

std::string count_words(const app::State& state) {
  const app::TestSet& set = state.test_set;
  std::string text = app::grouped(state.explore.indices.size()) + " images";
  if (!set.complete()) return app::grouped(set.loader.view().count()) + " of " + text;
  text += set.loader.is_official_test_set() ? " \xC2\xB7 official test set, verified"
                                            : " \xC2\xB7 not the official test set";
  return text;
}

}  // namespace

float ExplorePanel::draw_filters(const PanelContext& context, const Box& box) {
  if (!context.phone) return draw_filter_chips(context, box, true);
  // One row that scrolls sideways: wrapped, eleven chips would take half of a phone's grid.
  ImGui::SetCursorScreenPos({box.x, box.y - kGap4});
  ImGui::BeginChild("filters", {box.width, kTarget}, ImGuiChildFlags_None,
                    ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NoScrollbar);
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  (void)draw_filter_chips(context, {origin.x, origin.y + kGap4, box.width, kChipHeight}, false);
  if (filter_scroll_.update(context.theme)) context.moving = true;
  ImGui::EndChild();
  return kChipHeight;
}

float ExplorePanel::draw_filter_chips(const PanelContext& context, const Box& box, bool wrapped) {
  const app::State& state = context.state;
  Box at{box.x, box.y, 0, kChipHeight};
  const auto place = [&](const char* id, std::string_view label,
                         std::optional<std::uint8_t> filter) {
    at.width = chip_width(context.theme, label);
    if (wrapped && at.right() > box.right()) {
      at.x = box.x;
      at.y += kChipHeight + kGap8;
    }
    const bool pressed = chip(context.theme, id, at, label, state.explore.label == filter);
    if (pressed && !filter_scroll_.dragged()) {
      context.actions.push_back(app::FilterByClass{filter});
    }
    at.x += at.width + kGap8;
  };
  place("all", "All", std::nullopt);
  for (std::uint8_t label = 0; label < core::kClassNames.size(); ++label) {
    ImGui::PushID(label);
    place("class", core::kClassNames[label], label);
    ImGui::PopID();
  }
  return at.bottom() - box.y;
}

void ExplorePanel::draw_count(const PanelContext& context, Box box) {
  const app::State& state = context.state;
  if (app::shows_sample(state)) {
    const char* label = context.phone ? "Draw over it" : "Draw over this one";
    if (chip(context.theme, "edit", box.cut_right(chip_width(context.theme, label)), label)) {
      context.actions.push_back(app::EditSample{*state.input.index});
      context.actions.push_back(app::SetView{app::View::kDraw});
    }
    box.cut_right(kGap12);
    const std::string number = "Image " + app::grouped(*state.input.index);
    const float width = text_size(context.theme, Style::kSmallStrong, number).x + kGap4;
    draw_text(context.theme, box.cut_right(width), Style::kSmallStrong, context.theme.colors->text,
              number);
    box.cut_right(kGap8);
  }
  draw_text(context.theme, box, Style::kSmall, context.theme.colors->muted, count_words(state));
}

void ExplorePanel::draw_jump(const PanelContext& context, const Box& box) {
  const Palette& colors = *context.theme.colors;
  ImGui::SetCursorScreenPos(box.min());
  ImGui::PushFont(context.theme.font(Style::kSmall), context.theme.imgui_size(Style::kSmall));
  ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, box.height / 2);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                      ImVec2(kGap16, (box.height - ImGui::GetFontSize()) / 2));
  ImGui::SetNextItemWidth(box.width);
  const bool entered = ImGui::InputTextWithHint(
      "##jump", "Go to index...", jump_text_.data(), jump_text_.size(),
      ImGuiInputTextFlags_CharsDecimal | ImGuiInputTextFlags_EnterReturnsTrue |
          ImGuiInputTextFlags_AutoSelectAll);
  frame(context.theme, box, ImGui::IsItemActive() ? colors.accent : colors.line, box.height / 2);
  ImGui::PopStyleVar(2);
  ImGui::PopFont();
  if (!entered || jump_text_[0] == '\0') return;
  const unsigned long wanted = std::strtoul(jump_text_.data(), nullptr, 10);
  const auto ready = static_cast<std::uint32_t>(context.state.test_set.loader.view().count());
  if (ready == 0) return;
  // Beyond the end goes to the end: the field then shows where that is.
  const auto index = static_cast<std::uint32_t>(std::min<unsigned long>(wanted, ready - 1));
  std::snprintf(jump_text_.data(), jump_text_.size(), "%u", static_cast<unsigned>(index));
  const bool hidden = context.state.explore.label && context.state.test_set.loader.view().label(
                                                         index) != context.state.explore.label;
  if (hidden) context.actions.push_back(app::FilterByClass{});
  context.actions.push_back(app::SelectSample{index});
  scroll_to_selected_ = true;
}

void ExplorePanel::walk_by_keys(const PanelContext& context, int columns) {
  if (ImGui::GetIO().WantTextInput) return;
  const auto count = static_cast<int>(context.state.explore.indices.size());
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, true); };
  int step = 0;
  if (pressed(ImGuiKey_LeftArrow)) step = -1;
  if (pressed(ImGuiKey_RightArrow)) step = 1;
  if (pressed(ImGuiKey_UpArrow)) step = -columns;
  if (pressed(ImGuiKey_DownArrow)) step = columns;
  if (pressed(ImGuiKey_PageUp)) step = -8 * columns;
  if (pressed(ImGuiKey_PageDown)) step = 8 * columns;
  if (pressed(ImGuiKey_Home)) step = -count;
  if (pressed(ImGuiKey_End)) step = count;
  if (step == 0 || count == 0) return;
  const int from = selected_position(context.state);
  const int to = from < 0 ? 0 : std::clamp(from + step, 0, count - 1);
  context.actions.push_back(
      app::SelectSample{context.state.explore.indices[static_cast<std::size_t>(to)]});
  scroll_to_selected_ = true;
}

void ExplorePanel::draw_cells(const PanelContext& context, const Box& box, int columns,
                              float pitch) {
  const Palette& colors = *context.theme.colors;
  const app::State& state = context.state;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto count = static_cast<int>(state.explore.indices.size());
  const float cell = pitch - kCellGap;
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float scrolled = box.y - origin.y;
  const int first_row = std::max(static_cast<int>(scrolled / pitch), 0);
  const int last_row = static_cast<int>((scrolled + box.height) / pitch);
  for (int position = first_row * columns; position < std::min((last_row + 1) * columns, count);
       ++position) {
    const std::uint32_t index = state.explore.indices[static_cast<std::size_t>(position)];
    const Box at{origin.x + static_cast<float>(position % columns) * pitch,
                 origin.y + static_cast<float>(position / columns) * pitch, cell, cell};
    list.AddRectFilled(at.min(), at.max(), colors.cloth, 3);
    context.sheets.draw(list, index, at, 3);
    if (is_selected(state, index)) {
      const Box ring = at.inset(-2);
      frame(context.theme, ring, colors.accent, 5, 2);
    }
  }
  // One button under the whole grid rather than one a cell: 10,000 items would be 10,000 ids, and
  // the arrow keys walk the selection itself.
  const int rows = (count + columns - 1) / columns;
  const Box all{origin.x, origin.y, pitch * static_cast<float>(columns),
                std::max(pitch * static_cast<float>(rows), 1.0F)};
  const Press press = press_area("grid", all);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (!press.hovered || !all.contains(mouse)) return;  // hovered also by the keyboard's focus
  const int column = static_cast<int>((mouse.x - origin.x) / pitch);
  const int position = static_cast<int>((mouse.y - origin.y) / pitch) * columns + column;
  const bool on_cell = column < columns && position < count;
  if (!on_cell) return;
  const std::uint32_t index = state.explore.indices[static_cast<std::size_t>(position)];
  if (press.pressed && !touch_scroll_.dragged() && context.sheets.has(index)) {
    context.actions.push_back(app::SelectSample{index});
  }
}

void ExplorePanel::draw_grid(const PanelContext& context, const Box& box) {
  const float aim = context.phone ? kCellAimTouch : kCellAim;
  constexpr float kScrollBarRoom = 14;
  const float width = box.width - (context.phone ? 0 : kScrollBarRoom) + kCellGap;
  const int columns = std::max(static_cast<int>(width / (aim + kCellGap)), 1);
  const float pitch = width / static_cast<float>(columns);

  // Room for the ring around a selected cell at the edge.
  const Box window = box.inset(-3, 0);
  ImGui::SetCursorScreenPos(window.min());
  ImGui::BeginChild("grid window", {window.width, window.height}, ImGuiChildFlags_None,
                    ImGuiWindowFlags_NoNavInputs |
                        (context.phone ? ImGuiWindowFlags_NoScrollbar : ImGuiWindowFlags_None));
  walk_by_keys(context, columns);
  if (scroll_to_selected_) {
    const int position = selected_position(context.state);
    if (position >= 0) {
      const float top = static_cast<float>(position / columns) * pitch;
      const float scroll = ImGui::GetScrollY();
      if (top < scroll) ImGui::SetScrollY(top);
      if (top + pitch > scroll + box.height) ImGui::SetScrollY(top + pitch - box.height);
    }
    // The action is carried out after this frame; the selection is known in the next one.
    scroll_to_selected_ = position < 0 || context.actions.size() > 0;
  }
  ImGui::SetCursorScreenPos({ImGui::GetCursorScreenPos().x + 3, ImGui::GetCursorScreenPos().y + 3});
  draw_cells(context, box, columns, pitch);
  if (touch_scroll_.update(context.theme)) context.moving = true;
  ImGui::EndChild();
}

void ExplorePanel::draw_content(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  const float margin = context.phone ? kGap16 : kGap28;
  box = box.inset(margin, 0);
  box.cut_top(context.phone ? kGap8 : kGap20);

  Box title = box.cut_top(context.phone ? kTarget : kChipHeight);
  const Box jump = title.cut_right(132);
  title.cut_right(kGap12);
  draw_text(context.theme, title, context.phone ? Style::kBodyStrong : Style::kTitle, colors.text,
            context.phone ? "Explore" : "Explore the test set");
  draw_jump(context, {jump.x, jump.center().y - kChipHeight / 2, jump.width, kChipHeight});
  box.cut_top(kGap12);
  box.cut_top(draw_filters(context, box));
  box.cut_top(kGap8);
  draw_count(context, box.cut_top(kChipHeight));
  box.cut_top(kGap8);

  if (context.state.explore.indices.empty()) {
    const core::Error* error = app::current_error(context.state);
    empty_state(
        context.theme, box, error != nullptr ? "No images" : "Loading the test set",
        error != nullptr ? "The test set could not be read" : app::progress_words(context.state));
    return;
  }
  draw_grid(context, box);
}

}  // namespace atelier::ui
