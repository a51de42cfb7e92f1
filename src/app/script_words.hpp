// SPDX-License-Identifier: MIT
// app/script_words.hpp: what the obstacles of several actions tell the author of a script.
#pragma once

#include <cstdint>
#include <string>

namespace atelier::app {

struct State;

// Of a test image that has not arrived, or with `labelled` has no label; empty if it is there.
[[nodiscard]] std::string missing_image(const State& state, std::uint32_t index,
                                        bool labelled = false);

}  // namespace atelier::app
