// SPDX-License-Identifier: MIT
// features/settings.cpp: all that the browser remembers: what it tells finds its feature here, by
// the key.
#include "app/setting.hpp"

#include "features/draw/kept_drawing.hpp"
#include "features/report/label_votes.hpp"

namespace atelier::app {

void on(State& state, SettingLoaded&& event, Ports&) {
  if (event.key == kVotesKey) take_votes(state, event.value);
  if (event.key == kDrawingKey) take_drawing(state, event.value);
}

}  // namespace atelier::app
