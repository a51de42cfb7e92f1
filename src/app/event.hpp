// SPDX-License-Identifier: MIT
// app/event.hpp: what comes back from the world through the ports: a struct in a feature's
// events.hpp, moved to the function on() beside it. The bridge appends events as they arrive and
// has them drained before each frame, and as soon as one completes a request.
#pragma once

#include "app/message.hpp"

namespace atelier::app {

using Event = Message<struct OfTheWorld>;

// Those with a kType and a description may come as JSON (app/read_news.hpp), once they are listed
// in features/news.hpp. With kWaits they wait for the next frame; the others complete a request.
template <typename... Listed>
struct NewsList {};
template <typename... A, typename... B>
[[nodiscard]] constexpr NewsList<A..., B...> operator+(NewsList<A...>, NewsList<B...>) {
  return {};
}

}  // namespace atelier::app
