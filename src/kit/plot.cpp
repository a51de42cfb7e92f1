// SPDX-License-Identifier: MIT
#include "kit/plot.hpp"

#include <string>

#include "app/number_words.hpp"
#include "app/say.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kNumberWidth = 44;

std::string percent_label(float share) {
  const double value = 100 * static_cast<double>(share);
  const bool whole = value - static_cast<double>(static_cast<int>(value)) < 0.01;
  return app::say("number.percent", {{"number", app::decimals(value, whole ? 0 : 1)}});
}

}  // namespace

Plot draw_plot(const PanelContext& context, Box& box, float height, float most_y,
               std::string_view x_title, std::string_view y_title) {
  const Palette& colors = *context.theme.colors;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_text(context.theme, box.cut_top(20), Style::kCaption, colors.muted, y_title);
  box.cut_top(kGap4);
  Box row = box.cut_top(height);
  const Box numbers = row.cut_left(kNumberWidth);
  row.cut_right(kGap12);  // half of the last label
  const Plot plot{row, 1, most_y};
  const Box below = box.cut_top(20);
  for (int quarter = 0; quarter <= 4; ++quarter) {
    const float share = static_cast<float>(quarter) / 4;
    const float y = plot.at(0, share * most_y).y;
    const float x = plot.at(share, 0).x;
    list.AddLine({row.x, y}, {row.right(), y}, colors.line);
    draw_text(context.theme, {numbers.x, y - 9, numbers.width - kGap8, 18}, Style::kCaption,
              colors.muted, percent_label(share * most_y), Align::kRight);
    draw_text(context.theme, {x - 24, below.y, 48, below.height}, Style::kCaption, colors.muted,
              percent_label(share), Align::kCenter);
  }
  draw_text(context.theme, box.cut_top(18), Style::kCaption, colors.muted, x_title, Align::kCenter);
  return plot;
}

}  // namespace atelier::ui
