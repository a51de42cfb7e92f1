// SPDX-License-Identifier: MIT
// features/draw/steps.hpp: what would be answered if preprocessing ended at one of its steps. Our
// own engine says so, after the answer itself and as long as somebody sees the steps; the newest
// input goes next, as for the answer.
#pragma once

#include <optional>
#include <string_view>

#include "app/ports.hpp"
#include "app/state.hpp"
#include "core/preprocess.hpp"

namespace atelier::app {

// Asks about the steps that are shown, unless that is known, under way or of interest to nobody.
// Call after the network has been asked for its answer.
void request_steps(State& state, Ports& ports);

// Of the photo, while one is shown; or else of drawings.
[[nodiscard]] bool can_switch_step(const State& state, core::StepId id);
void switch_step(State& state, core::StepId id, bool on);
[[nodiscard]] const core::SkippedSteps& skipped_steps(const State& state);
// All as by default; of a photo its settings, too.
void reset_steps(State& state);
[[nodiscard]] bool are_steps_changed(const State& state);

// There is a drawing or a photo whose steps can be looked at.
[[nodiscard]] bool shows_steps(const State& state);

// It goes through the steps of a free drawing, or of a photo; a test image that is drawn over keeps
// its own frame.
[[nodiscard]] bool goes_through_steps(const State& state);

// The answer after step k of state.steps, at the temperature that is shown. None while it is not
// known, or the step is skipped. `exact`: of the newest input, or else of one a moment older.
struct StepAnswer {
  int label{};
  float probability{};
};
[[nodiscard]] std::optional<StepAnswer> step_answer(const State& state, std::size_t k,
                                                    bool exact = false);

// What a step is called, and in a sentence why it is there, or, if it is skipped, what that does.
[[nodiscard]] std::string step_title(core::StepId id);
// Of one word: "Drawn".
[[nodiscard]] std::string short_step_title(core::StepId id);
[[nodiscard]] std::string step_words(const State& state, const core::Step& step);

}  // namespace atelier::app
