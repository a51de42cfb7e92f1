// SPDX-License-Identifier: MIT
#include "features/explain/stress/outline.hpp"

#include <algorithm>

#include "app/number_words.hpp"
#include "app/say.hpp"
#include "features/data/class_names.hpp"
#include "features/explain/stress/words.hpp"

namespace atelier::app::explain {
namespace {

// The action that moves one slider and leaves the others where they are.
ActionText moved(const core::Distortion& now, StressKind along) {
  ActionText action("stress");
  const auto field = [&](StressKind kind) {
    kind == along ? action.place(name(kind)) : action.with(name(kind), stress_value(now, kind));
  };
  if (along == StressKind::kShiftX) {
    action.list("shift", "$value", now.shift_y);
  } else if (along == StressKind::kShiftY) {
    action.list("shift", now.shift_x, "$value");
  } else {
    action.list("shift", now.shift_x, now.shift_y);
  }
  for (const StressKind kind : kStressKinds) {
    if (kind != StressKind::kShiftX && kind != StressKind::kShiftY) field(kind);
  }
  return action.with("seed", now.seed).with("along", name(along));
}

// "Along all of Turn, Coat is given from 12.0 % to 98.1 %."; empty while that is not known.
std::string curve_words(const State& state) {
  const auto curve = stress_curve(state);
  const auto label = stressed_label(state);
  if (curve.empty() || !label) return {};
  const auto [least, most] = std::minmax_element(
      curve.begin(), curve.end(),
      [](const StressPoint& a, const StressPoint& b) { return a.probability < b.probability; });
  return say("text.curve", {{"title", stress_title(state.stress.along)},
                            {"name", answer_names(state)[*label]},
                            {"least", percent(least->probability)},
                            {"most", percent(most->probability)}});
}

}  // namespace

void outline_stress(Outline& out, const State& state) {
  const Stress& stress = state.stress;
  out.status("stress-line", stress_words(state));
  for (const StressKind kind : kStressKinds) {
    const StressRange range = stress_range(kind);
    const float value = stress_value(stress.distortion, kind);
    out.slider("stress-" + std::string(name(kind)), stress_title(kind),
               {double{range.least}, double{range.most}, double{range.step}}, double{value},
               moved(stress.distortion, kind))
        .says(stress_value_words(kind, value));
  }
  out.button("stress-reset", say("stress.reset"), ActionText("stress"))
      .unless(is_neutral(stress.distortion), say("text.not-distorted"));
  out.line("stress-curve", curve_words(state));
}

}  // namespace atelier::app::explain
