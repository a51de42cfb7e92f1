// SPDX-License-Identifier: MIT
#include "features/answer/outline.hpp"

#include "app/say.hpp"
#include "features/answer/suggestion.hpp"
#include "features/answer/words.hpp"
#include "features/explain/altered.hpp"

namespace atelier::app::answer {
namespace {

// Why there is no answer yet.
std::string no_answer_words(const State& state) {
  const std::string progress = progress_words(state);
  return progress.empty() ? say("text.none") : progress;
}

// Of the picture that an explanation has altered, whose answer stands in the place of the other.
std::string altered_words(const State& state, const Altered& altered) {
  const std::string picture = say("answer.altered-seen", {{"kind", altered.word}});
  if (!altered.prediction) return picture;
  const VerdictWords words = verdict_words(*altered.prediction, answer_names(state));
  return say("text.altered", {{"picture", picture},
                              {"headline", words.headline},
                              {"sure", !words.confidence.empty()},
                              {"confidence", words.confidence}});
}

}  // namespace

void outline(Outline& out, const State& state) {
  const Answer* answer = current_answer(state);
  const auto altered = altered_picture(state);
  out.heading("prediction", say("answer.title"));
  const std::string said = announcement(state);
  out.strong("verdict", altered        ? altered_words(state, *altered)
                        : said.empty() ? no_answer_words(state)
                                       : said);
  if (const auto offered = suggestion(state); offered && !altered) {
    out.line("suggestion-words", offered->words);
    out.button("suggestion-use", offered->use,
               ActionText("select-model").with("id", offered->model_id));
  }
  const core::Prediction* before = answer == nullptr ? nullptr : &answer->prediction;
  const core::Prediction* shown = !altered              ? before
                                  : altered->prediction ? &*altered->prediction
                                                        : nullptr;
  std::vector<std::string> columns = {say("filter.class"), say("text.logit"),
                                      say("text.probability")};
  if (altered) columns.push_back(say("change.before"));
  Node& table = out.table("probabilities", say("text.probabilities"), columns);
  for (std::size_t label = 0; label < core::kClassCount; ++label) {
    std::vector<TableCell> row = {answer_names(state)[label],
                                  shown == nullptr ? "" : decimals(double{shown->logits[label]}, 1),
                                  shown == nullptr ? "" : percent(shown->probabilities[label])};
    if (altered) row.emplace_back(before == nullptr ? "" : percent(before->probabilities[label]));
    const bool is_it = shown != nullptr && shown->verdict == core::Verdict::kAnswer &&
                       static_cast<std::size_t>(shown->label) == label;
    table.row(std::move(row), is_it);
  }
}

void outline_temperature(Outline& out, const State& state) {
  const float shown = shown_temperature(state);
  const float measured = calibrated_temperature(state);
  const bool as_measured = !state.temperature || shown == measured;
  out.heading("temperature-title", say("temperature.title"));
  out.slider("temperature", say("text.temperature"), {-2, 3, 0.05, true}, double{shown},
             ActionText("temperature").place("value"))
      .says(say("text.temperature-value", {{"value", decimals(double{shown}, 2)},
                                           {"as_measured", as_measured},
                                           {"measured", decimals(double{measured}, 2)}}));
  out.button("temperature-reset", say("temperature.reset"),
             ActionText("temperature").with("value", nullptr))
      .unless(as_measured, say("text.is-measured"));
}

}  // namespace atelier::app::answer
