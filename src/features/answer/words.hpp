// SPDX-License-Identifier: MIT
// features/answer/words.hpp: a prediction in plain words. The panels, the text view and the status
// line say the same, because they all ask here.
#pragma once

#include <cstdint>
#include <string>

#include "app/number_words.hpp"
#include "app/state.hpp"
#include "core/prediction.hpp"

namespace atelier::app {

struct VerdictWords {
  // The best guess: "Ankle boot", "Pullover?"; "Nothing that it knows" where no class stands out of
  // what is unfamiliar, "Nothing here yet".
  std::string headline;
  std::string confidence;  // "fairly sure", "not sure"; empty where there is nothing to be sure of
  std::string confidence_title;  // the same where it stands first
  std::string doubt;  // "or Coat", "Unlike what it learned from"; empty where there is none
};

// `names`: of the answers.
[[nodiscard]] VerdictWords verdict_words(const core::Prediction& prediction,
                                         const ClassNames& names);

// The answer to what is shown as one sentence, for the status line that screen readers speak. Empty
// while there is nothing to say.
[[nodiscard]] std::string announcement(const State& state);

// "1 image", "10,000 images".
[[nodiscard]] std::string images_words(std::size_t count);

// What is being loaded right now, in words, or empty when nothing is.
[[nodiscard]] std::string progress_words(const State& state);

// How far an evaluation is: "4,200 of 10,000 images, 3,900 a second, 1.5 s left".
[[nodiscard]] std::string evaluation_progress_words(const Evaluation& evaluation);

// Of a finished one: "small, 10,000 images, by Atelier's own engine in 2 workers, 1.3 s".
[[nodiscard]] std::string evaluation_words(const Evaluation& evaluation);

// "ONNX Runtime Web".
[[nodiscard]] std::string engine_title(EngineKind engine);

// What the engine is doing, in a word or a few: "ready", "loading, 1.2 MB of 14.5 MB", "starting",
// "not available". Empty while neither is there, because progress_words() says it then.
[[nodiscard]] std::string engine_state_words(const State& state, EngineKind engine);

// Why the wanted engine is missing, and what goes on without it.
[[nodiscard]] std::string notice_words(const core::Error& error);

// How far the engines differ, a sentence; empty while there is nothing to compare.
[[nodiscard]] std::string agreement_words(const Agreement& agreement);

}  // namespace atelier::app
