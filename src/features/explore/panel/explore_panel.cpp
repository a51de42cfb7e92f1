// SPDX-License-Identifier: MIT
#include "features/explore/panel/explore_panel.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "app/say.hpp"
#include "app/view.hpp"
#include "features/answer/words.hpp"
#include "features/data/panel/own_data_chips.hpp"
#include "features/data/words.hpp"
#include "features/draw/actions.hpp"
#include "features/explore/actions.hpp"
#include "features/explore/filter_facets.hpp"
#include "features/explore/words.hpp"
#include "features/report/panel/evaluation_offer.hpp"
#include "kit/chip_row.hpp"
#include "kit/menu.hpp"
#include "kit/text_field.hpp"

namespace atelier::ui {
namespace {

constexpr float kCellGap = 4;
constexpr float kCellAim = 58;  // CSS pixels; cells are made to fill the width
constexpr float kCellAimTouch = 52;
constexpr float kSummaryLeastHeight = 420;  // of what is left for it and the images

bool is_selected(const app::State& state, std::uint32_t index) {
  return state.input.index == index;
}

bool is_wrong(const app::Evaluation* evaluation, const core::DatasetView& set,
              std::uint32_t index) {
  if (evaluation == nullptr || index >= evaluation->answers.size()) return false;
  const auto& answer = evaluation->answers[index];
  return answer.confidence > 0 && set.label(index) != answer.label;
}

// Where the selected image stands in what is shown, or -1.
int selected_position(const app::State& state) {
  if (!state.input.index) return -1;
  const auto& shown = state.explore.indices;
  const auto found = std::find(shown.begin(), shown.end(), *state.input.index);
  return found == shown.end() ? -1 : static_cast<int>(found - shown.begin());
}

// The image that is selected, and what can be done with it, from the right end of `box`; takes them
// off it.
void draw_selected(const PanelContext& context, Box& box) {
  const app::State& state = context.state;
  if (!app::shows_sample(state)) return;
  const std::string label =
      context.phone ? app::say("explore.draw-over-short") : app::say("explore.draw-over");
  if (chip_at_right(context.theme, "edit", box, label)) {
    context.actions.push_back(app::EditSample{*state.input.index});
    context.actions.push_back(app::SetView{app::View::kDraw});
  }
  box.cut_right(kGap4);
  const std::string number = app::say("explore.image", {{"index", *state.input.index}});
  const float width = text_size(context.theme, Style::kSmallStrong, number).x + kGap4;
  draw_text(context.theme, box.cut_right(width), Style::kSmallStrong, context.theme.colors->text,
            number);
  box.cut_right(kGap8);
}

// One chip a class, wrapped. Returns their height.
float draw_class_chips(const PanelContext& context, const Box& box) {
  const app::FilterFacet classes = app::filter_facets(context.state).front();
  ChipRow chips(context, box);
  for (std::size_t k = 0; k < classes.choices.size(); ++k) {
    const app::FilterChoice& choice = classes.choices[k];
    // The first one is for all of them.
    ImGui::PushID(static_cast<int>(k) - 1);
    const bool chosen = choice.filter == context.state.explore.filter;
    if (chips.add("class", choice.label, chosen)) {
      context.actions.push_back(app::SetFilter{choice.filter});
    }
    ImGui::PopID();
  }
  return chips.height();
}

void clear_filter(const PanelContext& context) {
  context.actions.push_back(app::SetFilter{{.sort = context.state.explore.filter.sort}});
}

// Why there are no images, and what to do about it.
void draw_nothing(const PanelContext& context, const Box& box) {
  const app::State& state = context.state;
  const core::Error* error = app::current_error(state);
  const bool is_loading = state.test_set.loader.count_declared() == 0;
  if (is_loading) {
    const std::string words =
        error != nullptr ? app::say("explore.unreadable") : app::progress_words(state);
    empty_state(context.theme, box,
                error != nullptr ? app::say("explore.no-images") : app::say("loading.test-set"),
                words);
    return;
  }
  const float width = std::min(box.width, 320.0F);
  const Box offer{box.center().x - width / 2, box.center().y, width, EvaluationOffer::kHeight};
  if (app::explore_lacks_answers(state)) {
    empty_state(context.theme, {box.x, box.y, box.width, box.height - 40},
                app::say("explore.no-answers"), "");
    EvaluationOffer::draw_content(context, offer);
    return;
  }
  if (state.report.running && state.explore.filter.needs_answers()) {
    empty_state(context.theme, box, app::say("explore.answering"),
                app::evaluation_progress_words(*state.report.running));
    return;
  }
  empty_state(context.theme, box, app::say("explore.nothing"), app::say("explore.nothing-advice"));
  const std::string label = app::say("explore.show-all");
  const float chip_size = chip_width(context.theme, label);
  if (chip(context.theme, "clear",
           {box.center().x - chip_size / 2, box.center().y + 40, chip_size, kChipHeight}, label)) {
    clear_filter(context);
  }
}

}  // namespace

void ExplorePanel::draw_jump(const PanelContext& context, const Box& box) {
  const bool entered =
      text_field(context.theme, "##jump", box, app::say("explore.jump"), jump_text_,
                 ImGuiInputTextFlags_CharsDecimal | ImGuiInputTextFlags_EnterReturnsTrue |
                     ImGuiInputTextFlags_AutoSelectAll);
  if (!entered || jump_text_[0] == '\0') return;
  const unsigned long wanted = std::strtoul(jump_text_.data(), nullptr, 10);
  const auto ready = static_cast<std::uint32_t>(context.state.test_set.loader.view().count());
  if (ready == 0) return;
  // Beyond the end goes to the end: the field then shows where that is.
  const auto index = static_cast<std::uint32_t>(std::min<unsigned long>(wanted, ready - 1));
  std::snprintf(jump_text_.data(), jump_text_.size(), "%u", static_cast<unsigned>(index));
  const auto& shown = context.state.explore.indices;
  if (std::find(shown.begin(), shown.end(), index) == shown.end()) {
    context.actions.push_back(app::SetFilter{});
  }
  context.actions.push_back(app::SelectSample{index});
  scroll_to_selected_ = true;
}

void ExplorePanel::walk_by_keys(const PanelContext& context, int columns) {
  if (ImGui::GetIO().WantTextInput || any_menu_open()) return;
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
  const Palette& on_cloth = palette(true);  // cloth is dark in both themes
  const app::State& state = context.state;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto count = static_cast<int>(state.explore.indices.size());
  const app::Evaluation* evaluation = app::shown_evaluation(state);
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
    if (is_wrong(evaluation, state.test_set.loader.view(), index)) {
      const ImVec2 corner{at.right() - 7, at.y + 7};
      list.AddCircleFilled(corner, 4.5F, colors.cloth);
      list.AddCircleFilled(corner, 3, on_cloth.accent);
    }
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

void ExplorePanel::draw_images(const PanelContext& context, const Box& box) {
  if (context.state.explore.indices.empty()) {
    draw_nothing(context, box);
  } else {
    draw_grid(context, box);
  }
}

void ExplorePanel::draw_wide(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  const app::State& state = context.state;
  Box title = box.cut_top(kChipHeight);
  const Box jump = title.cut_right(132);
  title.cut_right(kGap12);
  OwnDataChips::draw_one(context, title);
  if (state.test_set.own) class_names_.draw_right(context, title);
  draw_jump(context, jump);
  draw_selected(context, title);
  draw_text(context.theme, title, Style::kTitle, colors.text,
            state.test_set.own ? app::data_name(state.test_set) : app::say("explore.heading"));
  box.cut_top(kGap12);
  box.cut_top(draw_class_chips(context, box));
  box.cut_top(kGap8);
  box.cut_top(filters_.draw_chips(context, box));
  box.cut_top(kGap12);

  // On a low screen the images come first.
  const bool has_summary = box.height > kSummaryLeastHeight;
  Box line = box.cut_top(has_summary ? SelectionSummary::kHeight : kChipHeight);
  if (has_summary) {
    summary_.draw_content(context, line.cut_right(SelectionSummary::kWidth));
    line.cut_right(kGap16);
    line = {line.x, line.y + 10, line.width, kChipHeight};
  }
  if (!state.explore.indices.empty() &&
      chip_at_right(context.theme, "save", line, app::say("explore.save"))) {
    context.actions.push_back(app::SaveSprite{});
  }
  draw_text(context.theme, line.cut_top(20), Style::kSmallStrong, colors.text,
            app::explore_count_words(state));
  draw_text(context.theme, line, Style::kCaption, colors.muted, app::explore_origin_words(state));
  box.cut_top(kGap8);
  draw_images(context, box);
}

void ExplorePanel::draw_filters_chip(const PanelContext& context, const Box& box) {
  const int conditions = context.state.explore.filter.conditions();
  std::string label = app::say("explore.filters");
  if (conditions > 0) label += " \xC2\xB7 " + std::to_string(conditions);
  const bool set = choosing_filters_ || conditions > 0;
  Box row = box;
  if (chip_at_left(context.theme, "filters", row, label, set)) {
    choosing_filters_ = !choosing_filters_;
  }
}

void ExplorePanel::draw_filter_list(const PanelContext& context, Box box) {
  const std::size_t shown = context.state.explore.indices.size();
  Box bottom = box.cut_bottom(kTarget + kGap8);
  bottom.cut_bottom(kGap8);
  const std::string show = app::say("explore.show", {{"count", shown}});
  if (chip_at_left(context.theme, "show", bottom, show, true)) choosing_filters_ = false;
  if (shown > 0 && chip_at_left(context.theme, "save", bottom, app::say("explore.save"))) {
    context.actions.push_back(app::SaveSprite{});
  }
  if (context.state.explore.filter.conditions() > 0 &&
      chip_at_left(context.theme, "clear", bottom, app::say("explore.clear"))) {
    clear_filter(context);
  }
  Box summary = box.cut_top(SelectionSummary::kHeight);
  if (context.state.test_set.own) class_names_.draw_right(context, summary);
  summary_.draw_content(context, summary);
  filters_.draw_list(context, box);
}

void ExplorePanel::draw_narrow(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  Box title = box.cut_top(kTarget);
  const Box jump = title.cut_right(132);
  draw_jump(context, jump.middle(kChipHeight));
  title.cut_right(kGap8);
  const std::string name = app::say("explore.title");
  const float width = text_size(context.theme, Style::kBodyStrong, name).x + kGap12;
  draw_text(context.theme, title.cut_left(width), Style::kBodyStrong, colors.text, name);
  draw_filters_chip(context, title);
  box.cut_top(kGap8);
  if (choosing_filters_) {
    draw_filter_list(context, box);
    return;
  }
  Box line = box.cut_top(kChipHeight);
  draw_selected(context, line);
  draw_text(context.theme, line, Style::kSmall, colors.muted,
            app::explore_count_words(context.state));
  box.cut_top(kGap8);
  draw_images(context, box);
}

void ExplorePanel::draw_content(const PanelContext& context, Box box) {
  box = box.inset(context.phone ? kGap16 : kGap28, 0);
  box.cut_top(context.phone ? kGap8 : kGap20);
  context.phone ? draw_narrow(context, box) : draw_wide(context, box);
}

}  // namespace atelier::ui
