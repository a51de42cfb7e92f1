// SPDX-License-Identifier: MIT
// features/explain/map/outline.hpp: where the network looked, in words.
#pragma once

#include "app/outline.hpp"
#include "app/state.hpp"

namespace atelier::app::explain {

void outline_map(Outline& out, const State& state);

}  // namespace atelier::app::explain
