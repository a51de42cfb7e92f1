// SPDX-License-Identifier: MIT
#include "features/models/panel/model_switch.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/models/actions.hpp"
#include "features/models/words.hpp"
#include "kit/menu.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr const char* kMenu = "models";
constexpr float kRowHeight = 68;
constexpr float kMenuWidth = 292;

// What is known of a model, in two lines.
std::array<std::string, 2> words_of(const app::State& state, const app::ModelInfo& model) {
  const std::string bytes = app::byte_size(model.bytes);
  if (model.own) return {app::say("model.own-size", {{"size", bytes}}), state.own_model.form};
  return {app::size_words(model),
          app::say("model.right",
                   {{"size", bytes}, {"accuracy", app::exact_percent(model.test_accuracy)}})};
}

// What may be chosen: a model, or none, so that the page chooses.
struct Row {
  std::optional<std::string> model_id;
  std::string title;
  std::array<std::string, 2> lines;
};

std::vector<Row> rows_of(const app::State& state) {
  std::vector<Row> rows;
  const app::ModelInfo* drawings = app::drawing_reader(state);
  const app::ModelInfo* photographs = app::find_model(state, state.default_model_id);
  if (drawings != nullptr && photographs != nullptr) {
    rows.push_back(
        {{},
         app::say("model.automatic"),
         {app::say("model.automatic-drawings", {{"model", app::model_name(*drawings)}}),
          app::say("model.automatic-photographs", {{"model", app::model_name(*photographs)}})}});
  }
  for (const app::ModelInfo& model : state.models) {
    rows.push_back({model.id, model.title, words_of(state, model)});
  }
  return rows;
}

void draw_row(const PanelContext& context, const Row& row, Box box) {
  const Palette& colors = *context.theme.colors;
  const app::State& state = context.state;
  const bool current =
      app::chooses_by_input(state) ? !row.model_id : row.model_id == state.engines.model_id;
  // The row brings the press and the mark of the chosen one; the words stand on three lines.
  ImGui::PushID(row.model_id ? row.model_id->c_str() : "automatic");
  const bool pressed = menu_row(context.theme, "model", box, "", current);
  ImGui::PopID();
  if (pressed && !current) context.actions.push_back(app::SelectModel{row.model_id});
  Box words = box.inset(kGap8, 6);
  words.cut_right(24);
  draw_text(context.theme, words.cut_top(22), Style::kSmallStrong, colors.text, row.title);
  for (const std::string& line : row.lines) {
    draw_text(context.theme, words.cut_top(17), Style::kCaption, colors.muted, line);
  }
}

void draw_menu(const PanelContext& context, const Box& anchor) {
  const std::vector<Row> rows = rows_of(context.state);
  const float open_height = menu_row_height(context.theme);
  const ImVec2 size{kMenuWidth, kRowHeight * static_cast<float>(rows.size()) + open_height};
  auto list = begin_menu(context, kMenu, anchor, size);
  if (!list) return;
  for (const Row& row : rows) draw_row(context, row, list->cut_top(kRowHeight));
  const Box open = list->cut_top(open_height);
  if (menu_row(context.theme, "open model", open, app::say("model.open"), false)) {
    context.actions.push_back(app::ChooseModel{});
  }
  end_menu();
}

}  // namespace

void ModelSwitch::draw_chip(const PanelContext& context, Box box) {
  const std::string words = app::reader_words(context.state);
  const float width = std::min(menu_chip_width(context.theme, words), box.width);
  const Box at = box.cut_left(width).middle(kChipHeight);
  menu_chip(context, kMenu, at, words, false);
  draw_menu(context, at);
}

void ModelSwitch::draw_caption(const PanelContext& context, const Box& line,
                               const std::string& rest) {
  const Palette& colors = *context.theme.colors;
  const std::string words = app::reader_words(context.state);
  const float width =
      std::min(text_size(context.theme, Style::kCaption, words).x, line.width * 0.6F);
  const Box link{line.x, line.y, width + 1, line.height};
  if (text_link(context.theme, kMenu, link, words, colors.muted)) open_menu(context, kMenu);
  Box after = line;
  after.cut_left(width + kGap4);
  draw_text(context.theme, after, Style::kCaption, colors.muted, "\xC2\xB7 " + rest);
  // Above the finger.
  const float height = context.theme.coarse_pointer ? kTarget : line.height;
  draw_menu(context, {line.x, line.bottom() - height, width, height});
}

}  // namespace atelier::ui
