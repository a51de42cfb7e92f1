// SPDX-License-Identifier: MIT
// features/photo/events.hpp: what becomes of a photo that a visitor brings.
#pragma once

#include <string>

#include "app/event.hpp"
#include "core/result.hpp"

namespace atelier::app {

// It is being read; it comes as OpenPhoto or is refused.
struct PhotoOpening {};
struct PhotoRefused {
  std::string name;  // of the file; empty: of none
  core::Error error;
};
void on(State& state, PhotoOpening&& event, Ports& ports);
void on(State& state, PhotoRefused&& event, Ports& ports);

}  // namespace atelier::app
