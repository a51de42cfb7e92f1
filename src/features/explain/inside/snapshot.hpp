// SPDX-License-Identifier: MIT
// features/explain/inside/snapshot.hpp: the part of a snapshot that tells of the network's layers.
#pragma once

#include "app/json_writer.hpp"
#include "app/state.hpp"

namespace atelier::app {

// "inside": and an object, or null while it is closed.
void write_inside(JsonWriter& json, const State& state);

}  // namespace atelier::app
