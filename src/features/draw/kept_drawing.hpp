// SPDX-License-Identifier: MIT
// features/draw/kept_drawing.hpp: what is drawn outlives the page: the browser keeps it until it is
// cleared, and the next visit begins with it. What is drawn over a test image is not kept.
#pragma once

#include <string_view>

#include "app/ports.hpp"
#include "app/state.hpp"

namespace atelier::app {

inline constexpr std::string_view kDrawingKey = "drawing";

// As soon as a change of it is done.
void keep_drawing(State& state, Ports& ports);

// From an earlier visit; left alone if there is something to see already, or if it is not one.
void take_drawing(State& state, std::string_view text);

}  // namespace atelier::app
