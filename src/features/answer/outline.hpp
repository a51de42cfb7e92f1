// SPDX-License-Identifier: MIT
// features/answer/outline.hpp: what the network answers, in words.
#pragma once

#include "app/outline.hpp"
#include "app/state.hpp"

namespace atelier::app::answer {

void outline(Outline& out, const State& state);

// Of the probabilities.
void outline_temperature(Outline& out, const State& state);

}  // namespace atelier::app::answer
