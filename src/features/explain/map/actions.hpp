// SPDX-License-Identifier: MIT
// features/explain/map/actions.hpp: what a person can do with the map of where the network looked.
#pragma once

#include <string_view>

#include "app/action.hpp"
#include "app/describe.hpp"
#include "features/explain/map/state.hpp"

namespace atelier::app {

// Opens, changes or closes the explanation.
struct Explain {
  static constexpr std::string_view kType = "explain";
  static constexpr std::string_view kWords =
      "where it looked; `method: null` closes it; `label: null`: for the class answered; patch and "
      "stride are of occlusion, in pixels, `strength` is the map's on the picture";
  ExplanationSettings settings;
};
template <typename Fields>
void describe(Fields& f, Explain& a) {
  f("method", a.settings.method);
  f.may("label", a.settings.label, kClassLabels);
  f.may("patch", a.settings.patch, Odd{3, 7});
  f.may("stride", a.settings.stride, Range{1, 3});
  f.may("strength", a.settings.strength, Range{0, 1});
}
void on(State& state, Explain&& action, Ports& ports);

using MapActions = ActionList<Explain>;

}  // namespace atelier::app
