// SPDX-License-Identifier: MIT
// features/models/own_model.hpp: the model that a visitor has brought. Once it has proved to be
// good it is one among the models, with the id kOwnModelId; when it breaks later, the page goes
// back to its own.
#pragma once

#include "app/ports.hpp"
#include "app/state.hpp"

namespace atelier::app {

// Drops the answers and reports that the model gave under another reading. Nothing if it is none of
// those that were tried.
void read_own_model(State& state, Reading reading, Ports& ports);

// What is being opened is opened no more.
void cancel_opening(State& state, Ports& ports);

// Call after every event: an own model whose engine has failed is given up.
void leave_broken_own_model(State& state, Ports& ports);

}  // namespace atelier::app
