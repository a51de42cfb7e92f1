// SPDX-License-Identifier: MIT
// features/data/own_data.hpp: the images that a visitor has brought. They stand in the place of the
// test set, which is set aside, until the visitor goes back to it.
#pragma once

#include <optional>

#include "app/ports.hpp"
#include "app/state.hpp"
#include "core/image.hpp"

namespace atelier::app {

// Shows the page's own test set again. Nothing while it is shown.
void use_bundled_data(State& state, Ports& ports);

// Images to try a model on: those that are shown, if they have labels, or else the page's own.
[[nodiscard]] const TestSet& trial_set(const State& state);

// The set that the page downloads: shown, or set aside.
[[nodiscard]] TestSet& bundled_set(State& state);
[[nodiscard]] const TestSet& bundled_set(const State& state);

// The shown sample as its owner brought it, if that was not as the 28 x 28 pixels that are seen.
[[nodiscard]] std::optional<core::GrayImage> shown_original(const State& state);

}  // namespace atelier::app
