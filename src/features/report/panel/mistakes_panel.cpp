// SPDX-License-Identifier: MIT
#include "features/report/panel/mistakes_panel.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/report/actions.hpp"
#include "features/report/panel/image_cards.hpp"
#include "features/report/words.hpp"
#include "kit/chip_row.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kCardWidth = 172;
constexpr float kVotesHeight = kTarget;

// What the image is called, what the model calls it, and how sure it is.
void draw_words(const PanelContext& context, const app::Evaluation& evaluation, std::uint32_t index,
                Box box) {
  const Palette& colors = *context.theme.colors;
  const app::Evaluation::ImageAnswer& answer = evaluation.answers[index];
  const auto label = context.state.test_set.loader.view().label(index);
  draw_text(context.theme, box.cut_top(18), Style::kSmall, colors.muted,
            label ? app::label_names(context.state)[*label] : "");
  draw_text(context.theme, box.cut_top(19), Style::kSmallStrong, colors.text,
            app::answer_names(context.state, evaluation.model_id)[answer.label]);
  draw_text(context.theme, box.cut_top(19), Style::kCaption, colors.muted,
            app::say("mistakes.sureness",
                     {{"share", app::percent(answer.confidence)},
                      {"loss", app::decimals(double{answer.loss}, answer.loss < 9.95F ? 1 : 0)}}));
}

void draw_votes(const PanelContext& context, std::uint32_t index, const Box& box, bool pressable) {
  const auto& votes = context.state.votes.by_image;
  const auto found = votes.find(index);
  ChipRow chips(context, box);
  const auto add = [&](const char* id, app::Key label, app::Vote vote) {
    const bool chosen = found != votes.end() && found->second == vote;
    if (!chips.add(id, app::say(label), chosen) || !pressable) return;
    // A second press takes the vote back.
    context.actions.push_back(app::VoteOnLabel{
        index, chosen ? std::optional<app::Vote>() : std::optional<app::Vote>(vote)});
  };
  add("agree", "votes.agree", app::Vote::kAgree);
  add("disagree", "votes.disagree", app::Vote::kDisagree);
}

}  // namespace

float MistakesPanel::draw_content(const PanelContext& context, const app::Evaluation& evaluation,
                                  Box box, bool pressable) {
  const Palette& colors = *context.theme.colors;
  const app::Report& report = context.state.report;
  const float top = box.y;
  if (report.running) {
    draw_text(context.theme, box.cut_top(24), Style::kSmall, colors.muted,
              app::say("report.when-done"));
    return box.y - top;
  }
  const auto choose = [&](bool doubtful) {
    doubtful_ = doubtful;
    shown_ = kAtFirst;
  };
  ChipRow chips(context, box);
  const std::string worst = app::say("mistakes.worst", {{"count", report.mistakes.size()}});
  const std::string doubtful = app::say("mistakes.doubtful", {{"count", report.doubtful.size()}});
  if (chips.add("worst", worst, !doubtful_) && pressable) choose(false);
  if (chips.add("doubtful", doubtful, doubtful_) && pressable) choose(true);
  box.cut_top(chips.height() + kGap12);
  box.cut_top(draw_paragraph(
      context.theme, box, Style::kSmall, colors.muted,
      doubtful_ ? app::say("mistakes.doubtful-words") : app::say("mistakes.worst-words")));
  if (doubtful_) {
    box.cut_top(kGap4);
    Box row = box.cut_top(kTarget);
    if (!context.state.votes.by_image.empty() &&
        chip_at_right(context.theme, "save votes", row, app::say("votes.save")) && pressable) {
      context.actions.push_back(app::SaveVotes{});
    }
    draw_text(context.theme, row, Style::kSmall, colors.text,
              app::votes_words(context.state.votes));
  }
  box.cut_top(kGap12);

  const std::vector<std::uint32_t>& images = doubtful_ ? report.doubtful : report.mistakes;
  const CardGrid grid(box, kCardWidth, kThumbnail + (doubtful_ ? kVotesHeight + kGap8 : 0));
  const std::size_t shown = std::min(shown_, images.size());
  for (std::size_t k = 0; k < shown; ++k) {
    Box card = grid.card(k);
    ImGui::PushID(static_cast<int>(images[k]));
    Box row = card.cut_top(kThumbnail);
    draw_sample(context, images[k], row.cut_left(kThumbnail), pressable);
    row.cut_left(kGap8);
    draw_words(context, evaluation, images[k], row);
    card.cut_top(kGap4);
    if (doubtful_) draw_votes(context, images[k], card, pressable);
    ImGui::PopID();
  }
  box.cut_top(grid.height(shown) + kGap12);
  if (shown < images.size()) {
    ChipRow more(context, box);
    if (more.add("more", app::say("common.show-more")) && pressable) shown_ += kAtFirst;
    box.cut_top(more.height());
  }
  return box.y - top;
}

}  // namespace atelier::ui
