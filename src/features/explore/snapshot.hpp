// SPDX-License-Identifier: MIT
// features/explore/snapshot.hpp: what a snapshot says of the images that Explore shows.
#pragma once

#include <tuple>

#include "app/state.hpp"

namespace atelier::app {

template <class Fields>
void describe_explore(Fields& f, const State& state) {
  const ExploreFilter& filter = state.explore.filter;
  f(
      "explore",
      [&] {
        f(
            "filter",
            [&] {
              f("label", filter.label);
              f("prediction", filter.prediction);
              f("right", filter.right);
              f("verdict", filter.verdict);
              f("confidence", std::tuple(filter.least_confidence, filter.most_confidence),
                "least, most");
              f("sort", filter.sort);
            },
            "null: not asked for");
        f("count", state.explore.indices.size());
        f("needs_evaluation", explore_lacks_answers(state),
          "the filter asks for answers, and there are none");
      },
      "what Explore shows");
}

}  // namespace atelier::app
