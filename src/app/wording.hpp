// SPDX-License-Identifier: MIT
// app/wording.hpp: a prediction in plain words. The panels, the text view and the status line say
// the same, because they all ask here.
#pragma once

#include <cstdint>
#include <string>

#include "app/state.hpp"
#include "core/prediction.hpp"

namespace atelier::app {

struct VerdictWords {
  // "Ankle boot", "Pullover or Coat?", "Nothing here yet", "This looks like nothing in the training
  // set"
  std::string headline;
  std::string confidence;  // "fairly sure", "not sure"; empty where there is nothing to be sure of
};

// `names`: of the answers.
[[nodiscard]] VerdictWords verdict_words(const core::Prediction& prediction,
                                         const ClassNames& names);

// 0.9224 -> "92.2 %"; what would round to 0 is "< 0.1 %", what would round to 100 is "> 99.9 %".
[[nodiscard]] std::string percent(float probability);

// The same in whole percents, for where there is little room: "92 %", "< 1 %", "> 99 %".
[[nodiscard]] std::string whole_percent(float probability);

// 0.93544 -> "93.54 %".
[[nodiscard]] std::string exact_percent(double share);

// 0.17904, 4 -> "0.1790".
[[nodiscard]] std::string decimals(double number, int digits);

// "14 × 14".
[[nodiscard]] std::string sides(int rows, int columns);

// 4422106 -> "4.4 MB", 5148 -> "5 kB". Decimal units, as browsers show them.
[[nodiscard]] std::string byte_size(std::uint64_t bytes);

// 64714 -> "64.7K".
[[nodiscard]] std::string short_count(std::uint64_t count);

// 10000 -> "10,000".
[[nodiscard]] std::string grouped(std::uint64_t count);

// "1 image", "10,000 images".
[[nodiscard]] std::string images_words(std::size_t count);

// 0.913 -> "0.9 ms".
[[nodiscard]] std::string milliseconds(double ms);

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
