// SPDX-License-Identifier: MIT
#include "features/snapshot.hpp"

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
  std::string text = words.headline;
  if (answer->prediction.verdict == core::Verdict::kUnsure) {
    text += " Not sure";  // after the headline's question mark
  } else if (!words.confidence.empty()) {
    text += ", " + words.confidence;
  }
  if (state.input.label && shows_sample(state)) {
    text += ". True class: ";
    text += label_names(state)[*state.input.label];
  }
  return text + ".";
}

}  // namespace atelier::app
