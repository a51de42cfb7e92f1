// SPDX-License-Identifier: MIT
// features/explore/outline.hpp: the test set, filtered and sorted, in words.
#pragma once

#include "app/outline.hpp"
#include "app/state.hpp"

namespace atelier::app::explore {

void outline(Outline& out, const State& state);

}  // namespace atelier::app::explore
