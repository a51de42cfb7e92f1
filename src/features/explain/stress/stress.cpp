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
#include "features/explain/stress/events.hpp"

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

Stress::Question picture_question(const State& state) {
  return {state.stress.distortion, {}, state.input.version, state.engines.model_id};
}

Stress::Question curve_question(const State& state) {
  const StressKind along = state.stress.along;
  return {with_stress(state.stress.distortion, along, neutral_stress(along)), along,
          state.input.version, state.engines.model_id};
}

bool is_known(const std::optional<Stress::Known>& known, const Stress::Question& question) {
  return known && known->question == question;
}

// The newest that is not known. The picture goes before the curve: a visitor waits for it.
std::optional<Stress::Question> wanted_question(const State& state) {
  if (!can_be_stressed(state)) return std::nullopt;
  const Stress::Question picture = picture_question(state);
  if (!is_neutral(picture.distortion) && !is_known(state.stress.picture, picture)) return picture;
  Stress::Question curve = curve_question(state);
  if (!is_known(state.stress.curve, curve)) return curve;
  return std::nullopt;
}

// Of point k of kStressPoints, not brought to a step: the ends and the middle are among them.
float value_at(StressKind kind, std::size_t k) {
  const StressRange range = stress_range(kind);
  return range.least +
         (range.most - range.least) * static_cast<float>(k) / static_cast<float>(kStressPoints - 1);
}

std::vector<std::uint8_t> pictures(const core::GrayImage& seen, const Stress::Question& question) {
  if (!question.along) return core::distorted(seen, question.distortion).pixels;
  std::vector<std::uint8_t> pixels;
  Distortion distortion = question.distortion;
  for (std::size_t k = 0; k < kStressPoints; ++k) {
    distortion.*slider(*question.along).value = value_at(*question.along, k);
    const core::GrayImage picture = core::distorted(seen, distortion);
    pixels.insert(pixels.end(), picture.pixels.begin(), picture.pixels.end());
  }
  return pixels;
}

core::ClassScores logits_of(const Stress::Known& known, std::size_t k) {
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

bool is_in_range(const Distortion& distortion) {
  return std::all_of(kStressKinds.begin(), kStressKinds.end(), [&](StressKind kind) {
    const float value = stress_value(distortion, kind);  // NaN compares false with everything
    return value >= stress_range(kind).least && value <= stress_range(kind).most;
  });
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
  const auto wanted = wanted_question(state);
  if (stress.in_flight && !(wanted && stress.in_flight->question == *wanted)) {
    ports.stress.cancel();
    stress.in_flight.reset();
  }
  if (!wanted || stress.in_flight) return;
  stress.in_flight = {++state.last_token, *wanted};
  ports.stress.classify(stress.in_flight->token, pictures(state.input.seen, *wanted));
}

void on(State& state, StressClassified&& event, Ports&) {
  Stress& stress = state.stress;
  if (!stress.in_flight || stress.in_flight->token != event.token) return;
  auto& known = stress.in_flight->question.along ? stress.curve : stress.picture;
  known = Stress::Known{std::move(stress.in_flight->question), std::move(event.logits)};
  stress.in_flight.reset();
}

std::optional<core::GrayImage> stressed_picture(const State& state) {
  if (!can_be_stressed(state) || is_neutral(state.stress.distortion)) return std::nullopt;
  return core::distorted(state.input.seen, state.stress.distortion);
}

std::optional<core::ClassScores> stressed_logits(const State& state) {
  const auto& known = state.stress.picture;
  const bool there = can_be_stressed(state) && is_known(known, picture_question(state)) &&
                     known->logits.size() == core::kClassCount;
  if (!there) return std::nullopt;
  return logits_of(*known, 0);
}

std::optional<std::uint8_t> stressed_label(const State& state) {
  if (shows_sample(state) && state.input.label) return state.input.label;
  const Answer* answer = current_answer(state);
  if (answer == nullptr) return std::nullopt;
  return static_cast<std::uint8_t>(answer->prediction.label);
}

std::vector<StressPoint> stress_curve(const State& state) {
  const auto& known = state.stress.curve;
  const auto label = stressed_label(state);
  const bool there = label && can_be_stressed(state) && is_known(known, curve_question(state)) &&
                     known->logits.size() == core::kClassCount * kStressPoints;
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
