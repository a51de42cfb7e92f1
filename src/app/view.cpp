// SPDX-License-Identifier: MIT
#include "app/view.hpp"

#include "app/state.hpp"

namespace atelier::app {

void on(State& state, SetView&& action, Ports&) {
  state.drawing.end_stroke();
  state.view = action.view;
}

}  // namespace atelier::app
