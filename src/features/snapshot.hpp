// SPDX-License-Identifier: MIT
// features/snapshot.hpp: what is shown, as JSON for window.atelier.snapshot(), the text view and
// the tests. The fields are those of the script interface in README.md.
#pragma once

#include <cstdint>
#include <string>

#include "app/state.hpp"

namespace atelier::app {

// UTF-8 JSON. `frames` is how many frames have been drawn since the start.
[[nodiscard]] std::string snapshot_json(const State& state, std::uint64_t frames);

// What of it follows every change: phase, view, the sample and what is announced.
[[nodiscard]] std::string status_json(const State& state);

}  // namespace atelier::app
