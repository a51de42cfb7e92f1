// SPDX-License-Identifier: MIT
// features/data/test_set.hpp: the test set as it streams in. Labels and images arrive side by side;
// image k can be shown as soon as its bytes are here.
#pragma once

#include "app/ports.hpp"
#include "app/state.hpp"

namespace atelier::app {

// Asks for both files. What had arrived of them, if this is not the first time, is dropped.
void load_test_set(State& state, Files& files);

}  // namespace atelier::app
