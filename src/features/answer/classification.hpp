// SPDX-License-Identifier: MIT
// features/answer/classification.hpp: from what is on the canvas to an answer. Each engine has at
// most one request in flight; while the brush moves, inputs in between are skipped and the newest
// one goes next.
#pragma once

#include <optional>
#include <string_view>

#include "app/ports.hpp"
#include "app/state.hpp"

namespace atelier::app {

// Puts the drawing, as it is now, in front of the network.
void show_drawing(State& state);

// Puts test image `index` in front of the network. It must have arrived.
void show_sample(State& state, std::uint32_t index);

// Loads `model_id` into both engines; requests that are still in flight become stale.
void request_model(State& state, std::string_view model_id, Ports& ports);

// Starts one engine, anew if it has failed, with the current model.
void load_engine(State& state, EngineKind kind, Ports& ports);

void select_engine(State& state, EngineKind kind);

// Of the probabilities of every answer, those there are and those to come; none: the model's own.
// What is no temperature is brought to the nearest end of the range.
void set_temperature(State& state, std::optional<float> temperature);

// Whether an answer is under way.
[[nodiscard]] bool is_classifying(const State& state);

// Sends the current input to the engine that answers, if it is free and has not seen it. Once it
// has answered, the other engine gets the same input, for the comparison in About.
void request_answer(State& state, Ports& ports);

}  // namespace atelier::app
