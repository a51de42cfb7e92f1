// SPDX-License-Identifier: MIT
// features/update.hpp: the only writer of State. An action is what somebody did, an event is what
// came back from the world; both change State here and ask the ports for what follows.
#pragma once

#include "app/action.hpp"
#include "app/event.hpp"
#include "app/ports.hpp"
#include "app/state.hpp"

namespace atelier::app {

// Asks the ports for everything that the page starts with.
void start(State& state, Ports& ports);

// Asks the network for its answer to what is in front of it, for the explanation that is open, and
// for what it would answer after each step of preprocessing: whatever is not known or under way.
void request_what_is_wanted(State& state, Ports& ports);

// An action asks for what is wanted at once. After events, the caller does so at the end of the
// frame: by then the frame's own strokes are in the input, which would otherwise wait for the
// answer to an older one.
void update(State& state, Action&& action, Ports& ports);
void update(State& state, Event&& event, Ports& ports);

}  // namespace atelier::app
