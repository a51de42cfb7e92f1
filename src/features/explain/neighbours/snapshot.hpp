// SPDX-License-Identifier: MIT
// features/explain/neighbours/snapshot.hpp: what a snapshot says of the training images that are
// most alike.
#pragma once

#include <optional>

#include "app/state.hpp"
#include "features/explain/neighbours/neighbours.hpp"
#include "features/explain/neighbours/words.hpp"

namespace atelier::app {

template <class Fields>
void describe_neighbours(Fields& f, const State& state) {
  const std::span<const core::Neighbour> nearest = shown_neighbours(state);
  f(
      "neighbours", state.why == WhyTopic::kNeighbours,
      [&] {
        f("nearest", nearest, [&](const core::Neighbour& each) {
          f("number", each.number, "in the training files");
          f("label", each.label);
          f("degrees", each.degrees,
            "the angle between what the network makes of the two; 0: the same to it");
          f("pictured", !training_picture(state, each).empty(), "its picture is here");
        });
        f("ms", nearest.empty() ? std::nullopt : std::optional(state.neighbours.found->elapsed_ms),
          "of the network and the search");
        f("headline", neighbour_headline(state));
        f("words", neighbour_words(state));
      },
      "the training images that are most alike to the network; null while that is closed");
}

}  // namespace atelier::app
