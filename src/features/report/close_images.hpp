// SPDX-License-Identifier: MIT
// features/report/close_images.hpp: pairs of test images that lie closest, found elsewhere and kept
// here.
#pragma once

#include "app/ports.hpp"
#include "app/state.hpp"
#include "features/report/actions.hpp"

namespace atelier::app {

// What has been found in the space shown, by the current model if it is of features; or null.
[[nodiscard]] const CloseImages::Found* found_pairs(const State& state);

[[nodiscard]] bool can_find_pairs(const State& state, PairSpace space);

// Shows this space, and begins a search where there is nothing to show yet, in place of any other.
void find_pairs(State& state, PairSpace space, Ports& ports);
void cancel_pairs(State& state, Ports& ports);

}  // namespace atelier::app
