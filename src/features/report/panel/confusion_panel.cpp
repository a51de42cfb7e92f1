// SPDX-License-Identifier: MIT
#include "features/report/panel/confusion_panel.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/report/actions.hpp"
#include "features/report/panel/image_cards.hpp"
#include "features/report/words.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kLabelWidth = 76;
constexpr float kMostCell = 32;  // CSS pixels
constexpr float kNamesHeight = 62;
constexpr float kNamesAngle = 1.05F;       // 60 degrees
constexpr float kNamesAnglePhone = 1.31F;  // 75, where the last has no room to lean over
constexpr float kLean = 14;                // that room
constexpr std::size_t kMostRows = 3;       // of thumbnails

std::string number_words(std::size_t count, double share, bool percent) {
  if (count == 0) return {};
  if (!percent) return std::to_string(count);
  const double value = 100 * share;
  return app::decimals(value, value < 9.95 ? 1 : 0);
}

}  // namespace

float ConfusionPanel::draw_matrix(const PanelContext& context, const app::Evaluation& evaluation,
                                  Box box, bool pressable) {
  const Palette& colors = *context.theme.colors;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float top = box.y;
  Box head = box.cut_top(kChipHeight);
  const std::string other = percent_ ? app::say("confusion.counts") : app::say("confusion.percent");
  const Box toggle = head.cut_right(chip_width(context.theme, other));
  if (chip(context.theme, "percent", toggle, other) && pressable) percent_ = !percent_;
  draw_text(context.theme, head, Style::kBodyStrong, colors.text, app::say("confusion.title"));
  box.cut_top(kGap8);

  const float room = box.width - kLabelWidth - (context.phone ? kLean : 0);
  const float pitch = std::floor(std::min(room / 10, kMostCell));
  Box names = box.cut_top(kNamesHeight);
  names.cut_left(kLabelWidth);
  const float angle = context.phone ? kNamesAnglePhone : kNamesAngle;
  const float rise = (kNamesHeight - kGap4) / std::sin(angle);
  for (const std::string& name : app::answer_names(context.state, evaluation.model_id)) {
    const Box column = names.cut_left(pitch);
    draw_rising_text(context.theme, {column.center().x, column.bottom() - kGap4}, angle,
                     Style::kCaption, colors.muted,
                     shortened(context.theme, Style::kCaption, name, rise));
  }
  const auto& confusion = evaluation.metrics.confusion();
  for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
    Box row = box.cut_top(pitch);
    draw_text(context.theme, row.cut_left(kLabelWidth), Style::kSmall, colors.text,
              app::label_names(context.state)[label]);
    const std::size_t support = evaluation.metrics.class_score(label).support;
    for (std::uint8_t answer = 0; answer < core::kClassCount; ++answer) {
      const std::size_t count = confusion[label][answer];
      const double share =
          support == 0 ? 0 : static_cast<double>(count) / static_cast<double>(support);
      const Box cell = row.cut_left(pitch).inset(1);
      // The square root keeps a few mistakes in a hundred visible beside the diagonal.
      const Heat heat = heat_color(context.theme, std::sqrt(static_cast<float>(share)));
      list.AddRectFilled(cell.min(), cell.max(), count == 0 ? colors.sunk : heat.fill, 4);
      draw_text(context.theme, cell, Style::kCaption, heat.text,
                number_words(count, share, percent_), Align::kCenter);
      const app::Cell here{label, answer};
      ImGui::PushID(label * 10 + answer);
      const Press press = press_area("cell", cell);
      ImGui::PopID();
      const bool chosen = context.state.report.cell == here;
      if (chosen || press.hovered) {
        frame(context.theme, cell.inset(-1), chosen ? colors.accent : colors.muted, 5, 2);
      }
      if (press.pressed && pressable) {
        context.actions.push_back(app::SelectCell{here});
      }
    }
  }
  box.cut_top(kGap4);
  draw_text(context.theme, box.cut_top(18), Style::kCaption, colors.muted,
            app::say("confusion.axes"));
  return box.y - top;
}

float ConfusionPanel::draw_images(const PanelContext& context, const app::Evaluation& evaluation,
                                  Box box, bool pressable) {
  const Palette& colors = *context.theme.colors;
  const app::Report& report = context.state.report;
  const float top = box.y;
  if (!report.cell) {
    draw_text(context.theme, box.cut_top(24), Style::kSmall, colors.muted,
              app::say("confusion.invitation"));
    return box.y - top;
  }
  const app::Cell cell = *report.cell;
  draw_text(context.theme, box.cut_top(24), Style::kBodyStrong, colors.text,
            app::cell_words(context.state, evaluation, cell));
  constexpr float kCaptionHeight = 17;
  box.cut_top(kGap4);
  const CardGrid grid(box, kThumbnail, kThumbnail + kCaptionHeight);
  const std::size_t shown = std::min(report.cell_images.size(), grid.columns() * kMostRows);
  for (std::size_t k = 0; k < shown; ++k) {
    const std::uint32_t index = report.cell_images[k];
    Box card = grid.card(k);
    card.width = kThumbnail;
    ImGui::PushID(static_cast<int>(index));
    draw_sample(context, index, card.cut_top(kThumbnail), pressable);
    ImGui::PopID();
    draw_text(context.theme, card, Style::kCaption, colors.muted,
              app::percent(evaluation.answers[index].confidence), Align::kCenter);
  }
  box.cut_top(grid.height(shown) + kGap8);
  const std::string words = shown < report.cell_images.size()
                                ? app::say("confusion.some-images", {{"count", shown}})
                                : app::say("confusion.images");
  if (shown > 0) draw_text(context.theme, box.cut_top(18), Style::kCaption, colors.muted, words);
  return box.y - top;
}

}  // namespace atelier::ui
