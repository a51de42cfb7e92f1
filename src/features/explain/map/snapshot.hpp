// SPDX-License-Identifier: MIT
// features/explain/map/snapshot.hpp: what a snapshot says of where the network looked.
#pragma once

#include "app/state.hpp"
#include "features/explain/map/map.hpp"
#include "features/explain/map/words.hpp"

namespace atelier::app {

template <class Fields>
void describe_explanation(Fields& f, const State& state) {
  const ExplanationSettings& settings = state.explanation.settings;
  f(
      "explanation", settings.method,
      [&](const ExplanationMethod& method) {
        const ShownMap map = shown_map(state).value_or(ShownMap{});
        f("method", method);
        f("label", explained_label(state), "the class that it is about");
        f("patch", settings.patch);
        f("stride", settings.stride);
        f("strength", settings.strength);
        f("rows", map.rows, "none while the map is not there");
        f("columns", map.columns);
        f("values", map.values, "row by row, in units of the logit; positive speaks for the class");
        f("largest", map.largest, "magnitude of a value");
        f("bias", map.bias, "of the activation map: the mean of its values + bias = the logit");
        f("words", explanation_words(state));
      },
      "where it looked; null while that is closed");
}

}  // namespace atelier::app
