// SPDX-License-Identifier: MIT
// features/outline.hpp: the view that is shown as an outline, the way to the others included.
#pragma once

#include "app/outline.hpp"
#include "app/state.hpp"

namespace atelier::app {

[[nodiscard]] Outline outline(const State& state);

}  // namespace atelier::app
