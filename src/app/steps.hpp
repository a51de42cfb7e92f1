// SPDX-License-Identifier: MIT
// app/steps.hpp: what would be answered if preprocessing ended at one of its steps. Our own engine
// says so, after the answer itself and as long as somebody sees the steps; the newest input goes
// next, as for the answer.
#pragma once

#include <optional>
#include <string_view>

#include "app/events.hpp"
#include "app/ports.hpp"
#include "app/state.hpp"
#include "core/preprocess.hpp"

namespace atelier::app {

// Asks about the steps of the drawing, unless that is known, under way or of interest to nobody.
// Call after the network has been asked for its answer.
void request_steps(State& state, Ports& ports);

void on_event(State& state, const BatchClassified& event);

void switch_step(State& state, core::StepId id, bool on);
void switch_all_steps_on(State& state);

[[nodiscard]] bool any_step_is_off(const State& state);

// There is a drawing that goes through the steps of a free one; a test image that is drawn over
// keeps its own frame.
[[nodiscard]] bool goes_through_steps(const State& state);

// The answer after step k of state.steps, at the temperature that is shown. None while it is not
// known, or the step is skipped. `exact`: of the newest drawing, or else of one a moment older.
struct StepAnswer {
  int label{};
  float probability{};
};
[[nodiscard]] std::optional<StepAnswer> step_answer(const State& state, std::size_t k,
                                                    bool exact = false);

// What a step is called, and in one sentence why it is there, or, if it is skipped, what that does.
[[nodiscard]] std::string_view step_title(core::StepId id);
// Of one word: "Drawn".
[[nodiscard]] std::string_view short_step_title(core::StepId id);
[[nodiscard]] std::string_view step_words(core::StepId id, bool skipped);

}  // namespace atelier::app
