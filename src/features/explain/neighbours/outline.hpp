// SPDX-License-Identifier: MIT
// features/explain/neighbours/outline.hpp: the nearest training images, in words.
#pragma once

#include "app/outline.hpp"
#include "app/state.hpp"

namespace atelier::app::explain {

void outline_neighbours(Outline& out, const State& state);

}  // namespace atelier::app::explain
