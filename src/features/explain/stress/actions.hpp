// SPDX-License-Identifier: MIT
// features/explain/stress/actions.hpp: how a person distorts the picture.
#pragma once

#include <optional>
#include <string_view>

#include "app/action.hpp"
#include "app/describe.hpp"
#include "features/explain/stress/state.hpp"

namespace atelier::app {

struct SetStress {
  static constexpr std::string_view kType = "stress";
  static constexpr std::string_view kWords =
      "how the picture is distorted, what is left out not at all: pixels, degrees clockwise, "
      "standard "
      "deviations of a blur in pixels and of noise in gray levels, a factor of contrast; `along`: "
      "what the curve is along";
  core::Distortion distortion;
  std::optional<StressKind> along;  // the slider that was moved; none: the first that changed
};
template <typename Fields>
void describe(Fields& f, SetStress& a) {
  const auto range = [](StressKind kind) {
    const StressRange slider = stress_range(kind);
    return Range{slider.least, slider.most};
  };
  core::Distortion& d = a.distortion;
  f.may_tuple("shift", Parts{"x, y", range(StressKind::kShiftX)}, d.shift_x, d.shift_y);
  f.may("turn", d.turn, range(StressKind::kTurn));
  f.may("scale", d.scale, range(StressKind::kScale));
  f.may("blur", d.blur, range(StressKind::kBlur));
  f.may("contrast", d.contrast, range(StressKind::kContrast));
  f.may("noise", d.noise, range(StressKind::kNoise));
  f.may("seed", d.seed);
  f.may("along", a.along);
}
void on(State& state, SetStress&& action, Ports& ports);

using StressActions = ActionList<SetStress>;

}  // namespace atelier::app
