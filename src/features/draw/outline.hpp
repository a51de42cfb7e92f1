// SPDX-License-Identifier: MIT
// features/draw/outline.hpp: the drawing, its tools and its steps, in words.
#pragma once

#include "app/outline.hpp"
#include "app/state.hpp"

namespace atelier::app::draw {

void outline(Outline& out, const State& state);

// From the drawing or the photo to what the network sees.
void outline_steps(Outline& out, const State& state);

}  // namespace atelier::app::draw
