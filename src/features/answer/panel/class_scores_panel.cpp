// SPDX-License-Identifier: MIT
#include "features/answer/panel/class_scores_panel.hpp"

#include <algorithm>
#include <string>

#include "app/say.hpp"
#include "core/class_names.hpp"
#include "features/answer/words.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kClassWidth = 70;
constexpr float kNumberWidth = 57;
constexpr float kRowHeight = 30;

struct Row {
  std::string name, recall, precision, f1, taken_for;
};

// `number_width`: of a column.
void draw_row(const PanelContext& context, Box box, float number_width, const Row& row, Style style,
              ImU32 color) {
  draw_text(context.theme, box.cut_left(kClassWidth), style, color, row.name);
  for (const std::string& number : {row.recall, row.precision, row.f1}) {
    draw_text(context.theme, box.cut_left(number_width), style, color, number, Align::kRight);
  }
  box.cut_left(kGap12);
  draw_text(context.theme, box, style, color, row.taken_for);
}

}  // namespace

float ClassScoresPanel::draw_content(const PanelContext& context, const app::Evaluation& evaluation,
                                     Box box) {
  const core::Metrics& metrics = evaluation.metrics;
  const app::ClassNames& labels = app::label_names(context.state);
  const app::ClassNames& answers = app::answer_names(context.state, evaluation.model_id);
  const Palette& colors = *context.theme.colors;
  const float top = box.y;
  draw_text(context.theme, box.cut_top(kChipHeight), Style::kBodyStrong, colors.text,
            app::say("classes.title"));
  box.cut_top(kGap8);
  const Row heads = {"", app::say("classes.recall"), app::say("classes.precision"),
                     app::say("classes.f1"), app::say("classes.taken-for")};
  float number_width = kNumberWidth;
  for (const std::string& head : {heads.recall, heads.precision, heads.f1}) {
    number_width = std::max(number_width, text_size(context.theme, Style::kCaption, head).x);
  }
  draw_row(context, box.cut_top(20), number_width, heads, Style::kCaption, colors.muted);
  for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
    const core::Metrics::ClassScore score = metrics.class_score(label);
    const Box row = box.cut_top(kRowHeight);
    ImGui::GetWindowDrawList()->AddRectFilled(row.min(), {row.right(), row.y + 1}, colors.line);
    std::string taken_for = "\xE2\x80\x93";
    if (score.taken_for) {
      taken_for = app::say("classes.taken-for-count",
                           {{"name", answers[*score.taken_for]}, {"count", score.taken_count}});
    }
    draw_row(context, row, number_width,
             {labels[label], app::decimals(100 * score.recall, 1),
              app::decimals(100 * score.precision, 1), app::decimals(100 * score.f1, 1), taken_for},
             Style::kSmall, colors.text);
  }
  return box.y - top;
}

}  // namespace atelier::ui
