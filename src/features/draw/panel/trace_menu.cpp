// SPDX-License-Identifier: MIT
#include "features/draw/panel/trace_menu.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

#include "app/say.hpp"
#include "features/draw/actions.hpp"
#include "features/explore/actions.hpp"
#include "features/photo/photo.hpp"
#include "kit/menu.hpp"

namespace atelier::ui {
namespace {

constexpr const char* kMenu = "trace";
constexpr app::Key kLabel = "trace.title";
constexpr float kWidth = 180;

}  // namespace

float TraceMenu::width(const PanelContext& context) {
  return menu_chip_width(context.theme, app::say(kLabel)) + kGap8;
}

void TraceMenu::draw_at_right(const PanelContext& context, Box& row) {
  const app::State& state = context.state;
  const core::DatasetView set = state.test_set.loader.view();
  if (set.count() == 0 || set.labels().empty()) return;
  const std::string title = app::say(kLabel);
  const Box at = row.cut_right(menu_chip_width(context.theme, title)).middle(kChipHeight);
  row.cut_right(kGap8);
  menu_chip(context, kMenu, at, title, state.trace.has_value());
  const float height = menu_row_height(context.theme);
  auto list = begin_menu(context, kMenu, at, {kWidth, height * (core::kClassCount + 1)});
  if (!list) return;
  // What is traced is seen on the drawing alone.
  const auto choose = [&](std::optional<std::uint8_t> label) {
    context.actions.push_back(app::SetTrace{label});
    if (app::shows_sample(state) || app::shows_photo(state)) {
      context.actions.push_back(app::ShowDrawing{});
    }
  };
  if (menu_row(context.theme, "none", list->cut_top(height), app::say("trace.none"),
               !state.trace)) {
    choose(std::nullopt);
  }
  for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
    ImGui::PushID(label);
    if (menu_row(context.theme, "class", list->cut_top(height), app::label_names(state)[label],
                 state.trace == label)) {
      choose(label);
    }
    ImGui::PopID();
  }
  end_menu();
}

}  // namespace atelier::ui
