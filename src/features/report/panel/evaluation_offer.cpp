// SPDX-License-Identifier: MIT
#include "features/report/panel/evaluation_offer.hpp"

#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/report/actions.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {

void EvaluationOffer::draw_content(const PanelContext& context, Box box) {
  const Palette& colors = *context.theme.colors;
  const app::State& state = context.state;
  box.cut_top(kGap8);
  draw_paragraph(context.theme, box.cut_top(64), Style::kSmall, colors.muted,
                 app::say("evaluation.offer"));
  const bool possible = state.test_set.complete() && app::current_model(state) != nullptr;
  if (!possible) {
    draw_text(context.theme, box.cut_top(kChipHeight), Style::kSmall, colors.text,
              app::progress_words(state));
    return;
  }
  const std::string label = app::say("evaluation.start");
  const Box at = box.cut_top(kChipHeight).cut_left(chip_width(context.theme, label));
  if (chip(context.theme, "evaluate", at, label, true)) {
    context.actions.push_back(app::Evaluate{app::EngineKind::kAtelierNn});
  }
}

}  // namespace atelier::ui
