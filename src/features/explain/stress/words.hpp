// SPDX-License-Identifier: MIT
// features/explain/stress/words.hpp: what is done to the picture and what that does to the answer,
// in plain words.
#pragma once

#include <string>
#include <string_view>

#include "features/explain/stress/stress.hpp"

namespace atelier::app {

// "Turn".
[[nodiscard]] std::string stress_title(StressKind kind);

// "30°", "1.2 px", "0.85 ×": the value as its slider has it.
[[nodiscard]] std::string stress_value_words(StressKind kind, float value);

// "Before: Coat, 92.1 %."; empty while that is not known.
[[nodiscard]] std::string stress_before_words(const State& state);

// A sentence or two; empty while it is closed.
[[nodiscard]] std::string stress_words(const State& state);

}  // namespace atelier::app
