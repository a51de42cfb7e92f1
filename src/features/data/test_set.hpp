// SPDX-License-Identifier: MIT
// features/data/test_set.hpp: the test set as it streams in. Labels and images arrive side by side;
// image k can be shown as soon as its bytes are here.
#pragma once

#include "app/events.hpp"
#include "app/ports.hpp"
#include "app/state.hpp"

namespace atelier::app {

// Asks for both files. What had arrived of them, if this is not the first time, is dropped.
void load_test_set(State& state, Files& files);

void on_event(State& state, const DatasetFileStarted& event);
void on_event(State& state, const DatasetFileChunk& event, const Clock& clock);
void on_event(State& state, const DatasetFileEnded& event, const Clock& clock);
void on_event(State& state, const DatasetFileFailed& event);

}  // namespace atelier::app
