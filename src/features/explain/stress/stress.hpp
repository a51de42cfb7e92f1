// SPDX-License-Identifier: MIT
// features/explain/stress/stress.hpp: distorts the picture that is in front of the network and asks
// what is answered then, and along the whole way of the slider moved last. Our own engine answers:
// the picture at first, then the curve, in a worker.
#pragma once

#include <optional>
#include <vector>

#include "app/ports.hpp"
#include "app/state.hpp"
#include "core/prediction.hpp"

namespace atelier::app {

// ---- the sliders --------------------------------------------------------------------------------

[[nodiscard]] float stress_value(const core::Distortion& distortion, StressKind kind);
// With that one changed: to the nearest step of its range.
[[nodiscard]] core::Distortion with_stress(core::Distortion distortion, StressKind kind,
                                           float value);
// Where the slider changes nothing.
[[nodiscard]] float neutral_stress(StressKind kind);
[[nodiscard]] bool is_neutral(const core::Distortion& distortion);

// ---- what is answered ---------------------------------------------------------------------------

// Asks what is not known yet of the distorted picture and of the curve; takes back what nobody
// wants.
void request_stress(State& state, Ports& ports);

// There is a picture, and our engine can answer it. The rest is nothing where it cannot.
[[nodiscard]] bool can_be_stressed(const State& state);

// The picture as distorted; none while that is closed, or nothing is distorted.
[[nodiscard]] std::optional<core::GrayImage> stressed_picture(const State& state);

// What is answered to it; none while that is not known.
[[nodiscard]] std::optional<core::ClassScores> stressed_logits(const State& state);

// The class that the curve is about: the true one of a sample, or what is answered to the picture
// as it is.
[[nodiscard]] std::optional<std::uint8_t> stressed_label(const State& state);

// Along the range of the slider moved last, at even distances from end to end; empty while that is
// not known.
struct StressPoint {
  float value{};
  float probability{};   // of stressed_label(), at the temperature that is shown
  std::uint8_t label{};  // answered
};
inline constexpr std::size_t kStressPoints = 33;
[[nodiscard]] std::vector<StressPoint> stress_curve(const State& state);

}  // namespace atelier::app
