// SPDX-License-Identifier: MIT
// features/explain/change/change.hpp: looks for the least change of the picture that changes the
// answer, while somebody wants to know. Our own engine does, because only it has gradients; the
// newest picture wins.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "app/ports.hpp"
#include "app/state.hpp"
#include "core/prediction.hpp"

namespace atelier::app {

// Asks for the changes of what is in front of the network, unless they are there or under way;
// takes back what nobody wants any more.
void request_change(State& state, Ports& ports);

// The changes of the picture that is in front of the network; null while they are not known.
[[nodiscard]] const Change::Known* known_changes(const State& state);

// The strength that is shown: the chosen one, or else the least that is enough, or else the
// greatest that was tried.
[[nodiscard]] int shown_strength(const State& state, const Change::Known& changes);

// The picture at a strength, 0..kMostStrength, 784 pixels; valid until State changes.
[[nodiscard]] std::span<const std::uint8_t> changed_picture(const Change::Known& changes,
                                                            int strength);

// What is answered to it.
[[nodiscard]] core::ClassScores changed_logits(const Change::Known& changes, int strength);
// At the temperature that is shown.
[[nodiscard]] core::ClassScores changed_probabilities(const State& state,
                                                      const Change::Known& changes, int strength);

}  // namespace atelier::app
