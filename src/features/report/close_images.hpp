// SPDX-License-Identifier: MIT
// features/report/close_images.hpp: pairs of test images that lie closest, found elsewhere and kept
// here.
#pragma once

#include <optional>
#include <vector>

#include "app/ports.hpp"
#include "app/state.hpp"
#include "features/report/actions.hpp"

namespace atelier::app {

// What has been found in the space shown, by the current model if it is of features, the closest
// first; or null.
[[nodiscard]] const std::vector<core::Pair>* found_pairs(const State& state);
// Of the search under way, how much of it is done, 0..1; none if there is none.
[[nodiscard]] std::optional<float> pairs_share(const State& state);
// Why nothing was found; null where nothing went wrong.
[[nodiscard]] const core::Error* pairs_error(const State& state);

[[nodiscard]] bool can_find_pairs(const State& state, PairSpace space);

// Shows this space, and begins a search where there is nothing to show yet, in place of any other.
void find_pairs(State& state, PairSpace space, Ports& ports);
void cancel_pairs(State& state, Ports& ports);

}  // namespace atelier::app
