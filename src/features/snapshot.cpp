// SPDX-License-Identifier: MIT
#include "features/snapshot.hpp"

#include "app/say.hpp"
#include "app/write_json.hpp"
#include "features/answer/words.hpp"
#include "features/described.hpp"

namespace atelier::app {

std::string snapshot_json(const State& state, std::uint64_t frames) {
  WriteJson json;
  json.whole([&] { describe_snapshot(json, state, frames); });
  return json.text();
}

std::string status_json(const State& state) {
  WriteJson json;
  json.whole([&] { describe_status(json, state); });
  return json.text();
}

std::string announcement(const State& state) {
  const Answer* answer = current_answer(state);
  if (answer == nullptr) return {};
  const VerdictWords words = verdict_words(answer->prediction, answer_names(state));
  const bool unsure = answer->prediction.verdict == core::Verdict::kUnsure;
  const bool labelled = state.input.label && shows_sample(state);
  return say("answer.announced",
             {{"headline", words.headline},
              {"sureness", unsure                     ? "unsure"
                           : words.confidence.empty() ? "none"
                                                      : "sure"},
              {"confidence", words.confidence},
              {"labelled", labelled},
              {"label", labelled ? label_names(state)[*state.input.label] : std::string()}});
}

}  // namespace atelier::app
