// SPDX-License-Identifier: MIT
// features/explain/snapshot.hpp: which explanation is open, and those that alter the picture, with
// the altered picture in them.
#pragma once

#include <optional>
#include <span>

#include "app/state.hpp"
#include "features/explain/altered.hpp"
#include "features/explain/change/snapshot.hpp"
#include "features/explain/stress/snapshot.hpp"

namespace atelier::app {

template <class Fields>
void describe_altered(Fields& f, const State& state) {
  const auto altered = altered_picture(state);
  f("pixels",
    altered ? std::span<const std::uint8_t>(altered->picture.pixels)
            : std::span<const std::uint8_t>(),
    "784, the altered picture; none while nothing is altered");
  f(
      "prediction", altered ? altered->prediction : std::nullopt,
      [&](const core::Prediction& prediction) {
        f("label", prediction.label);
        f("name", answer_names(state)[static_cast<std::size_t>(prediction.label)]);
        f("probabilities", prediction.probabilities);
        f("verdict", prediction.verdict);
      },
      "what our own engine answers to that");
}

template <class Fields>
void describe_why(Fields& f, const State& state) {
  f("why", state.why, "the explanation that is open");
}

template <class Fields>
void describe_alterations(Fields& f, const State& state) {
  f(
      "change", state.why == WhyTopic::kChange,
      [&] {
        describe_change(f, state);
        describe_altered(f, state);
      },
      "what would change its mind; null while that is closed");
  f(
      "stress", state.why == WhyTopic::kStress,
      [&] {
        describe_stress(f, state);
        describe_altered(f, state);
      },
      "what the answer bears; null while that is closed");
}

}  // namespace atelier::app
