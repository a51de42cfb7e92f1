// SPDX-License-Identifier: MIT
// app/update.hpp: the only writer of State. An action is what somebody did, an event is what came
// back from the world; both change State here and ask the ports for what follows.
#pragma once

#include "app/actions.hpp"
#include "app/events.hpp"
#include "app/ports.hpp"
#include "app/state.hpp"

namespace atelier::app {

// Asks the ports for everything that the page starts with.
void start(State& state, Ports& ports);

// An action asks the network for its answer at once, where it looked, for its neighbours, what
// would change its mind, what it bears, and what it would answer after each step of preprocessing.
// After events, the caller does so with request_answer() of app/classification.hpp,
// request_explanation() of app/explanation.hpp, request_neighbours() of app/neighbours.hpp,
// request_change() of app/change.hpp, request_stress() of app/stress.hpp and request_steps() of
// app/steps.hpp, at the end of the frame: by then the frame's own strokes are in the input, which
// would otherwise wait for the answer to an older one.
void update(State& state, const Action& action, Ports& ports);
void update(State& state, const Event& event, Ports& ports);

}  // namespace atelier::app
