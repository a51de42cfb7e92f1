// SPDX-License-Identifier: MIT
// features/explain/change/outline.hpp: what would change the network's mind, in words.
#pragma once

#include "app/outline.hpp"
#include "app/state.hpp"

namespace atelier::app::explain {

void outline_change(Outline& out, const State& state);

}  // namespace atelier::app::explain
