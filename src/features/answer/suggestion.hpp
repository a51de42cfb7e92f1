// SPDX-License-Identifier: MIT
// features/answer/suggestion.hpp: another model, suggested to who draws what the current one cannot
// read.
#pragma once

#include <optional>
#include <string>

namespace atelier::app {

struct State;

struct Suggestion {
  std::string model_id;
  std::string words;        // "Sketch was trained to read drawings."
  std::string short_words;  // "Sketch is for drawings."
  std::string use;          // "Use Sketch"
};

// None while there is nothing to suggest: for all that is no drawing, or is answered.
[[nodiscard]] std::optional<Suggestion> suggestion(const State& state);

// What was suggested stays until the brush is lifted and the drawing is answered, so that nothing
// comes and goes under the hand.
void follow_suggestion(State& state);

}  // namespace atelier::app
