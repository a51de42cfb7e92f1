// SPDX-License-Identifier: MIT
// features/models/outline.hpp: which network answers, by which engine, in words.
#pragma once

#include "app/outline.hpp"
#include "app/state.hpp"

namespace atelier::app::models {

// What became of the file that a visitor has brought.
void outline_news(Outline& out, const State& state);

void outline(Outline& out, const State& state);
void outline_engines(Outline& out, const State& state);

// How the visitor's own model reads pixels.
void outline_own(Outline& out, const State& state);

}  // namespace atelier::app::models
