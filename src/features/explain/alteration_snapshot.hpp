// SPDX-License-Identifier: MIT
// features/explain/alteration_snapshot.hpp: the parts of a snapshot that tell of pictures which an
// explanation has altered.
#pragma once

#include "app/json_writer.hpp"
#include "app/state.hpp"

namespace atelier::app {

// "change": and an object, or null while it is closed.
void write_change(JsonWriter& json, const State& state);

// "stress": likewise.
void write_stress(JsonWriter& json, const State& state);

}  // namespace atelier::app
