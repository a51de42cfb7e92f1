// SPDX-License-Identifier: MIT
// features/answer/snapshot.hpp: what a snapshot says of the picture in front of the network and of
// the answer to it.
#pragma once

#include "app/state.hpp"
#include "features/answer/suggestion.hpp"
#include "features/answer/words.hpp"
#include "features/data/own_data.hpp"

namespace atelier::app {

template <class Fields>
void describe_input(Fields& f, const State& state) {
  const Input& input = state.input;
  f("input", [&] {
    f("source", input.source);
    f("index", input.index, "of the test image, or of the one that was drawn over");
    f("label", input.label, "the true class, where there is one");
    f("pixels", input.seen.pixels, "784, what the network sees");
    f(
        "original", shown_original(state),
        [&](const core::GrayImage& original) {
          f("width", original.width);
          f("height", original.height);
        },
        "what the canvas shows of a visitor's image that came in another size than 28 x 28");
  });
}

template <class Fields>
void describe_prediction(Fields& f, const State& state) {
  f("prediction", current_answer(state), [&](const Answer& answer) {
    const core::Prediction& prediction = answer.prediction;
    const ClassNames& names = answer_names(state);
    f("label", prediction.label);
    f("name", names[static_cast<std::size_t>(prediction.label)]);
    f("logits", prediction.logits);
    f("probabilities", prediction.probabilities, "at the temperature shown");
    f("verdict", prediction.verdict);
    f("words", verdict_words(prediction, names).headline);
    f("ms", answer.elapsed_ms);
    f("engine", answer.engine);
    f("model", answer.model_id);
  });
  f(
      "suggestion", suggestion(state),
      [&](const Suggestion& offered) {
        f("model", offered.model_id);
        f("words", offered.words);
        f("use", offered.use, "on a button");
      },
      "a model that might read the drawing which the current one cannot");
  f("temperature", [&] {
    f("shown", shown_temperature(state));
    f("calibrated", calibrated_temperature(state));
  });
}

}  // namespace atelier::app
