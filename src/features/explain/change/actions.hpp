// SPDX-License-Identifier: MIT
// features/explain/change/actions.hpp: what a person can do with the changes of the picture.
#pragma once

#include <string_view>

#include "app/action.hpp"
#include "app/describe.hpp"
#include "features/explain/change/state.hpp"

namespace atelier::app {

struct SetChange {
  static constexpr std::string_view kType = "change";
  static constexpr std::string_view kWords =
      "how the picture is changed to change the answer; `target` is the class to make it, `null` "
      "whatever it is not; `strength` is in gray levels, `null` the least that is enough";
  ChangeSettings settings;
};
template <typename Fields>
void describe(Fields& f, SetChange& a) {
  f.may("method", a.settings.method);
  f.may("target", a.settings.target, kClassLabels);
  f.may("strength", a.settings.strength, Range{0, kMostStrength});
}
void on(State& state, SetChange&& action, Ports& ports);

using ChangeActions = ActionList<SetChange>;

}  // namespace atelier::app
