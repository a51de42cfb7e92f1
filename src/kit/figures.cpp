// SPDX-License-Identifier: MIT
#include "kit/figures.hpp"

#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kHeight = 72;
constexpr float kFirstWidth = 200;

void draw_figure(const PanelContext& context, Box box, const Figure& figure, Style style) {
  const Palette& colors = *context.theme.colors;
  draw_text(context.theme, box.cut_top(18), Style::kCaption, colors.muted, figure.name);
  draw_text(context.theme, box.cut_top(34), style, colors.text, figure.value);
  draw_text(context.theme, box.cut_top(18), Style::kCaption, colors.muted, figure.note);
}

}  // namespace

float draw_figures(const PanelContext& context, const Figure& first, std::span<const Figure> others,
                   Box box) {
  const float top = box.y;
  if (context.phone) draw_figure(context, box.cut_top(kHeight), first, Style::kAnswer);
  Box row = box.cut_top(kHeight);
  if (!context.phone) draw_figure(context, row.cut_left(kFirstWidth), first, Style::kAnswer);
  const float width = row.width / (context.phone ? 2 : static_cast<float>(others.size()));
  for (const Figure& figure : others) {
    if (row.width < 1) row = box.cut_top(kHeight);
    draw_figure(context, row.cut_left(width), figure,
                context.phone ? Style::kBodyStrong : Style::kTitle);
  }
  return box.y - top;
}

}  // namespace atelier::ui
