// SPDX-License-Identifier: MIT
// seam/bridge/pending_events.hpp: what JS has told since the last update, in order.
#pragma once

#include <utility>
#include <vector>

#include "app/event.hpp"

namespace atelier::bridge {

class PendingEvents {
 public:
  void push(app::Event event) { events_.push_back(std::move(event)); }
  // All of them, oldest first; none are left behind.
  [[nodiscard]] std::vector<app::Event> take() { return std::exchange(events_, {}); }
  [[nodiscard]] bool empty() const { return events_.empty(); }

 private:
  std::vector<app::Event> events_;
};

}  // namespace atelier::bridge
