// SPDX-License-Identifier: MIT
// features/report/outline.hpp: how well a model does, in words.
#pragma once

#include "app/outline.hpp"
#include "app/state.hpp"

namespace atelier::app::report {

void outline(Outline& out, const State& state);

}  // namespace atelier::app::report
