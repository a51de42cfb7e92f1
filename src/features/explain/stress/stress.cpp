// SPDX-License-Identifier: MIT
#include "features/explain/stress/stress.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "app/view.hpp"
#include "core/distortion.hpp"
#include "features/explain/map/map.hpp"
#include "features/explain/stress/actions.hpp"

namespace atelier::app {
namespace {

using core::Distortion;

struct Slider {
  StressRange range;
  float Distortion::*value;
};

const Slider& slider(StressKind kind) {
  static constexpr std::array<Slider, kStressKinds.size()> kSliders = {{
      {{-14, 14, 0.5F}, &Distortion::shift_x},
      {{-14, 14, 0.5F}, &Distortion::shift_y},
      {{-180, 180, 1}, &Distortion::turn},
      {{0.5F, 1.5F, 0.05F}, &Distortion::scale},
      {{0, 4, 0.1F}, &Distortion::blur},
      {{0, 2, 0.05F}, &Distortion::contrast},
      {{0, 128, 1}, &Distortion::noise},
  }};
  return kSliders[static_cast<std::size_t>(kind)];
}

// Of the picture as distorted, if it is.
std::optional<Stress::Key> picture_key(const State& state) {
  if (!can_be_stressed(state) || is_neutral(state.stress.distortion)) return std::nullopt;
  return Stress::Key{state.stress.distortion, {}, state.input.version, state.engines.model_id};
}

std::optional<Stress::Key> curve_key(const State& state) {
  if (!can_be_stressed(state)) return std::nullopt;
  const StressKind along = state.stress.along;
  return Stress::Key{with_stress(state.stress.distortion, along, neutral_stress(along)), along,
                     state.input.version, state.engines.model_id};
}

// Of point k of kStressPoints, not brought to a step: the ends and the middle are among them.
float value_at(StressKind kind, std::size_t k) {
  const StressRange range = stress_range(kind);
  return range.least +
         (range.most - range.least) * static_cast<float>(k) / static_cast<float>(kStressPoints - 1);
}

std::vector<std::uint8_t> pictures(const core::GrayImage& seen, const Stress::Key& key) {
  if (!key.along) return core::distorted(seen, key.distortion).pixels;
  std::vector<std::uint8_t> pixels;
  Distortion distortion = key.distortion;
  for (std::size_t k = 0; k < kStressPoints; ++k) {
    distortion.*slider(*key.along).value = value_at(*key.along, k);
    const core::GrayImage picture = core::distorted(seen, distortion);
    pixels.insert(pixels.end(), picture.pixels.begin(), picture.pixels.end());
  }
  return pixels;
}

core::ClassScores logits_of(const ClassifyImages::Answer& known, std::size_t k) {
  core::ClassScores logits{};
  std::copy_n(known.logits.begin() + static_cast<std::ptrdiff_t>(core::kClassCount * k),
              core::kClassCount, logits.begin());
  return logits;
}

}  // namespace

StressRange stress_range(StressKind kind) { return slider(kind).range; }

float stress_value(const Distortion& distortion, StressKind kind) {
  return distortion.*slider(kind).value;
}

Distortion with_stress(Distortion distortion, StressKind kind, float value) {
  const StressRange range = stress_range(kind);
  const float steps = std::round((value - range.least) / range.step);
  distortion.*slider(kind).value =
      std::clamp(range.least + steps * range.step, range.least, range.most);
  return distortion;
}

float neutral_stress(StressKind kind) { return stress_value({}, kind); }

bool is_neutral(const Distortion& distortion) {
  return std::all_of(kStressKinds.begin(), kStressKinds.end(), [&](StressKind kind) {
    return stress_value(distortion, kind) == neutral_stress(kind);
  });
}

bool can_be_stressed(const State& state) {
  return state.why == WhyTopic::kStress && state.view == View::kDraw && can_be_explained(state);
}

void on(State& state, SetStress&& action, Ports&) {
  Stress& stress = state.stress;
  const auto changed = std::find_if(kStressKinds.begin(), kStressKinds.end(), [&](StressKind kind) {
    return stress_value(stress.distortion, kind) != stress_value(action.distortion, kind);
  });
  if (action.along) {
    stress.along = *action.along;
  } else if (changed != kStressKinds.end() && !is_neutral(action.distortion)) {
    stress.along = *changed;
  }
  stress.distortion = action.distortion;
}

void request_stress(State& state, Ports& ports) {
  Stress& stress = state.stress;
  const auto ask = [&](auto& which, const std::optional<Stress::Key>& key) {
    want(which, key, state.last_token, ports.work,
         [&] { return ClassifyImages::Question{pictures(state.input.seen, *key)}; });
  };
  const auto picture = picture_key(state);
  const bool settled = !picture || stress.picture.answer(picture) || stress.picture.error(picture);
  ask(stress.picture, picture);
  ask(stress.curve, settled ? curve_key(state) : std::nullopt);
}

std::optional<core::GrayImage> stressed_picture(const State& state) {
  if (!can_be_stressed(state) || is_neutral(state.stress.distortion)) return std::nullopt;
  return core::distorted(state.input.seen, state.stress.distortion);
}

std::optional<core::ClassScores> stressed_logits(const State& state) {
  const auto* known = state.stress.picture.answer(picture_key(state));
  if (known == nullptr || known->logits.size() != core::kClassCount) return std::nullopt;
  return logits_of(*known, 0);
}

std::optional<std::uint8_t> stressed_label(const State& state) {
  if (shows_sample(state) && state.input.label) return state.input.label;
  const Answer* answer = current_answer(state);
  if (answer == nullptr) return std::nullopt;
  return static_cast<std::uint8_t>(answer->prediction.label);
}

std::vector<StressPoint> stress_curve(const State& state) {
  const auto* known = state.stress.curve.answer(curve_key(state));
  const auto label = stressed_label(state);
  const bool there =
      label && known != nullptr && known->logits.size() == core::kClassCount * kStressPoints;
  if (!there) return {};
  std::vector<StressPoint> points;
  points.reserve(kStressPoints);
  for (std::size_t k = 0; k < kStressPoints; ++k) {
    const core::ClassScores logits = logits_of(*known, k);
    points.push_back({value_at(state.stress.along, k),
                      core::softmax(logits, shown_temperature(state))[*label],
                      static_cast<std::uint8_t>(core::ranking(logits)[0])});
  }
  return points;
}

}  // namespace atelier::app
