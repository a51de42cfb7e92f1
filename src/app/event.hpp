// SPDX-License-Identifier: MIT
// app/event.hpp: what comes back from the world through the ports: a struct in a feature's
// events.hpp, moved to the function on() beside it. The bridge appends events as they arrive and
// has them drained before each frame, and as soon as one completes a request.
#pragma once

#include "app/message.hpp"

namespace atelier::app {

using Event = Message<struct OfTheWorld>;

}  // namespace atelier::app
