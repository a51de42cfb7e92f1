// SPDX-License-Identifier: MIT
// features/explain/stress/snapshot.hpp: what a snapshot says of what the answer bears.
#pragma once

#include <tuple>

#include "app/state.hpp"
#include "features/explain/stress/stress.hpp"
#include "features/explain/stress/words.hpp"

namespace atelier::app {

// Of the object "stress", without the distorted picture.
template <class Fields>
void describe_stress(Fields& f, const State& state) {
  const core::Distortion& distortion = state.stress.distortion;
  f("shift", std::tuple(distortion.shift_x, distortion.shift_y), "across, down");
  f("turn", distortion.turn);
  f("scale", distortion.scale);
  f("blur", distortion.blur);
  f("contrast", distortion.contrast);
  f("noise", distortion.noise);
  f("seed", distortion.seed);
  f("along", state.stress.along, "what the curve is along");
  f("label", stressed_label(state), "the class that the curve is about");
  f(
      "curve", stress_curve(state),
      [&](const StressPoint& point) {
        f("value", point.value);
        f("probability", point.probability);
        f("label", point.label, "answered");
      },
      "empty while it is not known");
  f("words", stress_words(state));
}

}  // namespace atelier::app
