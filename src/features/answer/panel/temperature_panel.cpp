// SPDX-License-Identifier: MIT
#include "features/answer/panel/temperature_panel.hpp"

#include <cmath>
#include <string>

#include "app/say.hpp"
#include "features/answer/actions.hpp"
#include "features/answer/words.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

// Half of the slider's knob: so far from its ends are the least and the greatest.
constexpr float kSliderEnd = 9;

void draw_slider(const PanelContext& context, const Box& box) {
  // In logarithms, so that halving and doubling are as far apart.
  const auto log = [](float value) { return static_cast<float>(std::log(double{value})); };
  const float least = log(app::kLeastTemperature);
  const float most = log(app::kGreatestTemperature);
  const float calibrated = log(app::calibrated_temperature(context.state));
  const float share = (calibrated - least) / (most - least);
  const float x = box.x + kSliderEnd + share * (box.width - 2 * kSliderEnd);
  const float middle = box.center().y;
  ImGui::GetWindowDrawList()->AddRectFilled({x - 1, middle - 12}, {x + 1, middle + 12},
                                            context.theme.colors->muted);
  float position = log(app::shown_temperature(context.state));
  if (!slider(context.theme, "temperature", box, position, least, most,
              app::say("temperature.mark"))) {
    return;
  }
  // Close to the mark it snaps to it.
  const bool at_mark = std::abs(position - calibrated) < 0.04F;
  app::SetTemperature action;
  if (!at_mark) action.temperature = static_cast<float>(std::exp(double{position}));
  context.actions.push_back(action);
}

// At the right end of `row`, whose place it takes also while there is nothing to reset: a slider
// beside it must not change its length under the pointer.
void draw_reset(const PanelContext& context, Box& row) {
  const std::string reset = app::say("temperature.reset");
  const Box place = row.cut_right(chip_width(context.theme, reset)).middle(kChipHeight);
  row.cut_right(kGap8);
  if (!context.state.temperature) return;
  if (chip(context.theme, "reset temperature", place, reset)) {
    context.actions.push_back(app::SetTemperature{});
  }
}

std::string value_words(const PanelContext& context) {
  return app::decimals(static_cast<double>(app::shown_temperature(context.state)), 2);
}

}  // namespace

void TemperaturePanel::draw_row(const PanelContext& context, Box row) {
  const Palette& colors = *context.theme.colors;
  draw_reset(context, row);
  const std::string words = app::say("temperature.value", {{"value", value_words(context)}});
  const float width = text_size(context.theme, Style::kSmall, words).x;
  draw_text(context.theme, row.cut_left(width + kGap12), Style::kSmall, colors.text, words);
  draw_slider(context, row);
}

void TemperaturePanel::draw_content(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  Box head = box.cut_top(kChipHeight);
  draw_reset(context, head);
  const std::string name = app::say("temperature.title");
  const float width = text_size(context.theme, Style::kSmallStrong, name).x;
  draw_text(context.theme, head.cut_left(width + kGap8), Style::kSmallStrong, colors.muted, name);
  constexpr float kRoomForMore = 120;
  const bool calibrated = !context.state.temperature && head.width > kRoomForMore;
  draw_text(context.theme, head, Style::kSmall, colors.text,
            calibrated ? app::say("temperature.as-measured", {{"value", value_words(context)}})
                       : value_words(context));
  draw_slider(context, box.cut_top(kLeastHeight - kChipHeight));
  const std::string words = app::say("temperature.advice");
  const float needed = text_size(context.theme, Style::kSmall, words, box.width).y * 1.2F;
  if (box.height < needed) return;
  draw_paragraph(context.theme, box, Style::kSmall, colors.muted, words);
}

}  // namespace atelier::ui
