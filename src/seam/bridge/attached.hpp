// SPDX-License-Identifier: MIT
// seam/bridge/attached.hpp: what the exports of bridge_abi.hpp share: the page's one program, and
// how they tell it something.
#pragma once

#include <cstddef>
#include <string>

#include "app/event.hpp"
#include "seam/bridge/bridge.hpp"

namespace atelier::bridge {

// What attach() was given. C exports have no other way to it than a variable.
[[nodiscard]] const Program& program();
[[nodiscard]] const app::State& state();

// Queues what has arrived for the next frame.
void push(app::Event event);
// The same for what has been asked for: what follows from it is asked for at once.
void complete(app::Event event);
// Before an action: what was queued before it happened before it.
void take_events();

// Keeps a text for JS to read after the call that made it; valid until the next.
const char* give_out(std::string text);
[[nodiscard]] const std::string& given_out();

// Of the numbers in the ABI.
[[nodiscard]] app::EngineKind engine_of(int engine);

}  // namespace atelier::bridge
