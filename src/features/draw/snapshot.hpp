// SPDX-License-Identifier: MIT
// features/draw/snapshot.hpp: what a snapshot says of the steps from a drawing or a photo to what
// the network sees, and of what is traced.
#pragma once

#include <array>
#include <optional>
#include <span>

#include "app/state.hpp"
#include "features/draw/steps.hpp"

namespace atelier::app {

struct StepsLeftOut {
  std::array<core::StepId, core::kStepCount> all{};
  std::size_t count = 0;
};
[[nodiscard]] inline StepsLeftOut steps_left_out(const State& state) {
  StepsLeftOut steps;
  for (std::size_t k = 0; k < core::kStepCount; ++k) {
    if (skipped_steps(state)[k]) steps.all[steps.count++] = static_cast<core::StepId>(k);
  }
  return steps;
}

template <class Fields>
void describe_preprocessing(Fields& f, const State& state) {
  std::span<const core::Step> shown = state.steps.steps;
  if (!shows_steps(state)) shown = {};
  const StepsLeftOut off = steps_left_out(state);
  f(
      "preprocessing",
      [&] {
        f("off", std::span(off.all).first(off.count),
          "left out of every drawing, or, while one is shown, of the photo");
        f("steps", shown, [&](const core::Step& step, std::size_t k) {
          const auto answer = step_answer(state, k, true);
          f("step", step.id);
          f("title", step_title(step.id));
          f("on", core::can_skip(step.id) ? std::optional(!step.skipped) : std::nullopt,
            "null: it cannot be left out");
          f("words", step_words(state, step), "why, or what leaving it out does");
          f("label", answer ? std::optional(answer->label) : std::nullopt,
            "what our own engine would answer if preprocessing ended there; null while it is not "
            "known, and where the step is left out");
          f("probability", answer ? std::optional(answer->probability) : std::nullopt);
        });
      },
      "how the drawing or the photo becomes what the network sees");
}

template <class Fields>
void describe_trace(Fields& f, const State& state) {
  f("trace", state.trace, "the class whose outline lies under the drawing");
}

}  // namespace atelier::app
