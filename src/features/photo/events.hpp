// SPDX-License-Identifier: MIT
// features/photo/events.hpp: what becomes of a photo that a visitor brings.
#pragma once

#include <string>
#include <string_view>

#include "app/event.hpp"
#include "core/result.hpp"

namespace atelier::app {

// It is being read; it comes as OpenPhoto or is refused.
struct PhotoOpening {
  static constexpr std::string_view kType = "photo-opening";
  static constexpr bool kWaits = true;
};
struct PhotoRefused {
  static constexpr std::string_view kType = "photo-refused";
  std::string name;  // of the file; empty: of none
  core::Error error;
};
template <class Fields>
void describe(Fields& f, PhotoRefused& e) {
  f("name", e.name);
  f("error", e.error);
}
void on(State& state, PhotoOpening&& event, Ports& ports);
void on(State& state, PhotoRefused&& event, Ports& ports);

}  // namespace atelier::app
