// SPDX-License-Identifier: MIT
// features/photo/outline.hpp: a photo and how it is prepared, in words.
#pragma once

#include "app/outline.hpp"
#include "app/state.hpp"

namespace atelier::app::photo {

// Why the last one was not opened.
void outline_news(Outline& out, const State& state);

void outline(Outline& out, const State& state);

}  // namespace atelier::app::photo
