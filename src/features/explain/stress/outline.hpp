// SPDX-License-Identifier: MIT
// features/explain/stress/outline.hpp: what the answer bears, in words.
#pragma once

#include "app/outline.hpp"
#include "app/state.hpp"

namespace atelier::app::explain {

void outline_stress(Outline& out, const State& state);

}  // namespace atelier::app::explain
