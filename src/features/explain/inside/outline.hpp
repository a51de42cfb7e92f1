// SPDX-License-Identifier: MIT
// features/explain/inside/outline.hpp: what the network's layers make of the picture, in words.
#pragma once

#include "app/outline.hpp"
#include "app/state.hpp"

namespace atelier::app::explain {

void outline_inside(Outline& out, const State& state);

}  // namespace atelier::app::explain
