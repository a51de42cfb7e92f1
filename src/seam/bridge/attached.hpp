// SPDX-License-Identifier: MIT
// seam/bridge/attached.hpp: what the exports of bridge_abi.hpp share: the page's one program, and
// how they tell it something.
#pragma once

#include "app/actions.hpp"
#include "app/events.hpp"
#include "seam/bridge/bridge.hpp"

namespace atelier::bridge {

// What attach() was given. C exports have no other way to it than a variable.
[[nodiscard]] const Program& program();
[[nodiscard]] const app::State& state();

// Queues what has arrived for the next frame.
void push(app::Event event);
// The same for what has been asked for: what follows from it is asked for at once.
void complete(app::Event event);
// Carries the action out, after everything that was queued before it. Returns 1: it was possible.
int act(const app::Action& action);

// Of the numbers in the ABI.
[[nodiscard]] app::EngineKind engine_of(int engine);
[[nodiscard]] app::Reading reading_of(int number);

}  // namespace atelier::bridge
