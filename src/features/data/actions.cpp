// SPDX-License-Identifier: MIT
#include "features/data/actions.hpp"

#include "app/ports.hpp"
#include "app/state.hpp"
#include "features/data/class_names.hpp"
#include "features/data/own_data.hpp"

namespace atelier::app {

void on(State&, ChooseData&&, Ports& ports) { ports.visitor.choose_data(); }

void on(State& state, DismissOwnDataNews&&, Ports&) { state.own_data = OwnData{}; }

std::string obstacle(const State& state, const UseBundledData&) {
  return state.bundled ? "" : "it is shown already";
}

void on(State& state, UseBundledData&&, Ports& ports) { use_bundled_data(state, ports); }

void on(State& state, RenameClass&& action, Ports&) {
  if (action.label) {
    rename_class(state, *action.label, action.name);
  } else {
    state.test_set.class_names = default_class_names(state.test_set);
  }
}

}  // namespace atelier::app
