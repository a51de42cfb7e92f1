// SPDX-License-Identifier: MIT
// features/explain/outline.hpp: why it answered so, in words: the explanation that is open.
#pragma once

#include "app/outline.hpp"
#include "app/state.hpp"

namespace atelier::app::explain {

void outline(Outline& out, const State& state);

}  // namespace atelier::app::explain
