// SPDX-License-Identifier: MIT
// features/explore/explore.hpp: the images that Explore shows.
#pragma once

#include "app/ports.hpp"
#include "app/state.hpp"

namespace atelier::app {

void set_filter(State& state, const ExploreFilter& filter);

// Lists them again. For when images or labels have come or gone.
void refresh_explore(State& state);

// The same if they depend on answers and those are other ones than before. For the end of every
// update.
void follow_answers(State& state);

// The images that are listed and have arrived, side by side in their order, as a PNG.
void save_sprite(const State& state, FileSaver& saver);

}  // namespace atelier::app
