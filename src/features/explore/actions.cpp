// SPDX-License-Identifier: MIT
#include "features/explore/actions.hpp"

#include "app/ports.hpp"
#include "app/state.hpp"
#include "features/answer/classification.hpp"
#include "features/explore/explore.hpp"

namespace atelier::app {

std::string obstacle(const State& state, const SelectSample& action) {
  return missing_image(state, action.index);
}

void on(State& state, SelectSample&& action, Ports&) {
  if (missing_image(state, action.index).empty()) show_sample(state, action.index);
}

std::string flaw(const SetFilter& action) {
  if (action.filter.least_confidence <= action.filter.most_confidence) return {};
  return "'confidence' is [from, to] with numbers from 0 to 1, not the larger one first";
}

void on(State& state, SetFilter&& action, Ports&) { set_filter(state, action.filter); }

void on(State& state, SaveSprite&&, Ports& ports) { save_sprite(state, ports.saver); }

}  // namespace atelier::app
