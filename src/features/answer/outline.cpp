// SPDX-License-Identifier: MIT
#include "features/answer/outline.hpp"

#include "features/answer/suggestion.hpp"
#include "features/answer/words.hpp"
#include "features/explain/altered.hpp"

namespace atelier::app::answer {
namespace {

// Why there is no answer yet.
std::string no_answer_words(const State& state) {
  const std::string progress = progress_words(state);
  return progress.empty() ? "None yet" : progress;
}

// Of the picture that an explanation has altered, whose answer stands in the place of the other.
std::string altered_words(const State& state, const Altered& altered) {
  const std::string picture = "The " + std::string(altered.word) + " picture: ";
  if (!altered.prediction) return picture + "no answer yet";
  const VerdictWords words = verdict_words(*altered.prediction, answer_names(state));
  return picture + words.headline +
         (words.confidence.empty() ? std::string() : ", " + words.confidence);
}

}  // namespace

void outline(Outline& out, const State& state) {
  const Answer* answer = current_answer(state);
  const auto altered = altered_picture(state);
  out.heading("prediction", "Prediction");
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
  std::vector<std::string> columns = {"Class", "Logit", "Probability"};
  if (altered) columns.emplace_back("Before");
  Node& table = out.table("probabilities", "Raw logit and probability of each class", columns);
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
  out.heading("temperature-title", "Temperature");
  out.slider("temperature",
             "What the raw logits are divided by before they become probabilities: "
             "higher is less sure, and the order of the classes stays",
             {-2, 3, 0.05, true}, double{shown}, ActionText("temperature").place("value"))
      .says(decimals(double{shown}, 2) + (as_measured
                                              ? std::string(", as it was measured")
                                              : ", measured was " + decimals(double{measured}, 2)));
  out.button("temperature-reset", "Reset", ActionText("temperature").with("value", nullptr))
      .unless(as_measured, "It is as it was measured");
}

}  // namespace atelier::app::answer
