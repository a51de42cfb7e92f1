// SPDX-License-Identifier: MIT
// features/explain/neighbours/neighbours.hpp: asks for the training images that lie closest to what
// is shown, in what the network makes of them, while somebody wants to see them; and then for their
// pictures. Our own engine answers, because it alone tells its features; the newest input wins.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "app/ports.hpp"
#include "app/state.hpp"

namespace atelier::app {

// Like request_explanation() of explain/map/map.hpp, and to be called where that is.
void request_neighbours(State& state, Ports& ports);

// What did not come is asked for once more.
void try_neighbours_again(State& state);

// Whether this page knows what the current model makes of the training images.
[[nodiscard]] bool has_neighbours(const State& state);

// Of the picture in front of the network, the closest first; none while they are not known.
[[nodiscard]] std::span<const core::Neighbour> shown_neighbours(const State& state);

// 784 pixels, valid until State changes; none while they are not here.
[[nodiscard]] std::span<const std::uint8_t> training_picture(const State& state,
                                                             const core::Neighbour& neighbour);

// The class that most of them have, of equally many the one of the closest, and how many have it.
struct NeighbourVote {
  std::uint8_t label{};
  std::size_t count{};
};
[[nodiscard]] std::optional<NeighbourVote> neighbour_vote(const State& state);

}  // namespace atelier::app
