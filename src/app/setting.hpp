// SPDX-License-Identifier: MIT
// app/setting.hpp: what the browser remembers from visit to visit, and tells when the page begins.
// features/settings.cpp says whose each is.
#pragma once

#include <string>
#include <string_view>

#include "app/event.hpp"

namespace atelier::app {

// What the visitor has done since stands.
struct SettingLoaded {
  static constexpr std::string_view kType = "setting";
  static constexpr bool kWaits = true;
  std::string key;
  std::string value;
};
template <class Fields>
void describe(Fields& f, SettingLoaded& e) {
  f("key", e.key);
  f("value", e.value);
}
void on(State& state, SettingLoaded&& event, Ports& ports);

}  // namespace atelier::app
