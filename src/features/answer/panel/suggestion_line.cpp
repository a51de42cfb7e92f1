// SPDX-License-Identifier: MIT
#include "features/answer/panel/suggestion_line.hpp"

#include "features/answer/suggestion.hpp"
#include "features/models/actions.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {

void SuggestionLine::draw_content(const PanelContext& context, Box line) {
  const auto suggestion = app::suggestion(context.state);
  if (!suggestion) return;
  const auto width = [&](const std::string& text) {
    return text_size(context.theme, Style::kCaption, text).x + 1;
  };
  const float room = line.width - kGap8 - width(suggestion->use);
  for (const std::string& sentence : {suggestion->words, suggestion->short_words}) {
    if (width(sentence) > room) continue;
    draw_text(context.theme, line.cut_left(width(sentence)), Style::kCaption,
              context.theme.colors->muted, sentence);
    line.cut_left(kGap8);
    break;
  }
  if (text_link(context.theme, "use suggested model", line.cut_left(width(suggestion->use)),
                suggestion->use, context.theme.colors->text)) {
    context.actions.push_back(app::SelectModel{suggestion->model_id});
  }
}

}  // namespace atelier::ui
