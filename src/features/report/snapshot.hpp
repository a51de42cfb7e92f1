// SPDX-License-Identifier: MIT
// features/report/snapshot.hpp: the part of the snapshot that is the report.
#pragma once

#include "app/json_writer.hpp"
#include "app/state.hpp"

namespace atelier::app {

// The value of "report": null while nothing has been evaluated.
void write_report(JsonWriter& json, const State& state);

}  // namespace atelier::app
