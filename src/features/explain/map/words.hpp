// SPDX-License-Identifier: MIT
// features/explain/map/words.hpp: what the map says, and why there is none, in plain words.
#pragma once

#include <string>
#include <string_view>

#include "app/say.hpp"
#include "features/explain/map/map.hpp"

namespace atelier::app {

// "+3.2", "-0.4".
[[nodiscard]] std::string signed_number(float number);

// Why nothing can be explained yet; empty if it can. `without_engine`: the sentence if it is our
// own engine that is needed and cannot run the model.
[[nodiscard]] std::string why_not_yet(const State& state, Key without_engine);

// A sentence or two; empty while the explanation is closed.
[[nodiscard]] std::string explanation_words(const State& state);

// The ends of the legend: "speaks against Bag", "speaks for Bag".
[[nodiscard]] std::string speaks_against(const State& state, const ShownMap& map);
[[nodiscard]] std::string speaks_for(const State& state, const ShownMap& map);

}  // namespace atelier::app
