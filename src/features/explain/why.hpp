// SPDX-License-Identifier: MIT
// features/explain/why.hpp: which of the explanations is open. They share one place on the page, so
// it is one at a time.
#pragma once

#include <optional>

#include "core/names.hpp"

namespace atelier::app {

struct ExplanationSettings;
struct State;

enum class WhyTopic {
  kMap,         // where the network looked
  kNeighbours,  // the training images that are closest to this one
  kInside,      // what the network's layers make of it
  kChange,      // the least change that would turn the answer
  kStress,      // what shifting, turning and blurring do to the answer
};
ATELIER_NAMES(WhyTopic, "map", "neighbours", "inside", "change", "stress");

// Opens a topic in the place of another one; none: closes. The map opens as an activation map of
// the class answered, unless it is open in another way.
void open_why(State& state, std::optional<WhyTopic> topic);

// Settings of the map. A method opens it, none closes it if it is what is open.
void set_explanation(State& state, const ExplanationSettings& settings);

}  // namespace atelier::app
