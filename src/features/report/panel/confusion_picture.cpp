// SPDX-License-Identifier: MIT
#include "features/report/panel/confusion_picture.hpp"

#include <cmath>

#include "app/say.hpp"
#include "kit/painter.hpp"

namespace atelier::ui {
namespace {

// Pixels.
constexpr float kMargin = 40;
constexpr float kCaptionHeight = 56;
constexpr float kNameWidth = 168;
constexpr float kCell = 92;
constexpr float kFootHeight = 48;
constexpr float kTextSize = 24;
constexpr float kSmallTextSize = 20;
constexpr int kWidth = static_cast<int>(2 * kMargin + kNameWidth + 10 * kCell);
constexpr int kHeight =
    static_cast<int>(2 * kMargin + kCaptionHeight + 40 + 10 * kCell + kFootHeight);

}  // namespace

core::ColorImage confusion_picture(const Theme& given, const app::State& state,
                                   const app::Evaluation& evaluation, const std::string& caption) {
  const core::Metrics& metrics = evaluation.metrics;
  Theme theme = given;
  theme.colors = &palette(false);
  const Palette& colors = *theme.colors;
  Painter painter(kWidth, kHeight, colors.surface);
  Box box = Box{0, 0, kWidth, kHeight}.inset(kMargin);
  painter.text(theme, box.cut_top(kCaptionHeight - kGap16), theme.fonts.semibold, kTextSize,
               colors.text, caption);
  box.cut_top(kGap16);
  Box heads = box.cut_top(40);
  heads.cut_left(kNameWidth);
  for (const std::string& name : app::answer_names(state, evaluation.model_id)) {
    painter.text(theme, heads.cut_left(kCell).inset(2, 0), theme.fonts.regular, 15, colors.muted,
                 name, Align::kCenter);
  }
  for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
    Box row = box.cut_top(kCell);
    Box name = row.cut_left(kNameWidth);
    name.cut_right(kGap8);
    painter.text(theme, name, theme.fonts.regular, kSmallTextSize, colors.text,
                 app::label_names(state)[label]);
    const auto support = static_cast<float>(metrics.class_score(label).support);
    for (const std::size_t count : metrics.confusion()[label]) {
      const Box cell = row.cut_left(kCell).inset(2);
      const float share = support > 0 ? static_cast<float>(count) / support : 0;
      // The square root keeps a few mistakes in a hundred visible beside the diagonal.
      const Heat heat = heat_color(theme, std::sqrt(share));
      painter.fill(cell, count == 0 ? colors.sunk : heat.fill);
      if (count == 0) continue;
      painter.text(theme, cell, theme.fonts.medium, kSmallTextSize, heat.text,
                   std::to_string(count), Align::kCenter);
    }
  }
  painter.text(theme, box, theme.fonts.regular, kSmallTextSize, colors.muted,
               app::say("confusion.axes"));
  return painter.take();
}

}  // namespace atelier::ui
