// SPDX-License-Identifier: MIT
// features/models/model_choice.hpp: which network reads what is in front of it. The page chooses:
// drawings are read by the network that was trained to, samples and photos by the one that knows
// photographs best. A visitor's own choice stays until they give it back.
#pragma once

#include <optional>
#include <string>

#include "app/ports.hpp"
#include "app/state.hpp"

namespace atelier::app {

// By hand; none: the page chooses again.
void choose_model(State& state, const std::optional<std::string>& id, Ports& ports);

// Puts the model to work that the input asks for, and brings the other one early, so that the first
// stroke need not wait for it.
void follow_input(State& state, Ports& ports);

}  // namespace atelier::app
