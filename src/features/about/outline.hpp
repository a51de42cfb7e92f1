// SPDX-License-Identifier: MIT
// features/about/outline.hpp: what the page is, in words.
#pragma once

#include "app/outline.hpp"
#include "app/state.hpp"

namespace atelier::app::about {

void outline(Outline& out, const State& state);

}  // namespace atelier::app::about
