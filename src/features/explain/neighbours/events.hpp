// SPDX-License-Identifier: MIT
// features/explain/neighbours/events.hpp: the training images that lie closest.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "app/event.hpp"
#include "app/token.hpp"
#include "core/neighbour_index.hpp"
#include "core/result.hpp"

namespace atelier::app {

// What is told of them on the way, and their pictures.
struct NeighboursProgress {
  static constexpr std::string_view kType = "training-progress";
  static constexpr bool kWaits = true;
  std::uint64_t bytes_received{};
  std::uint64_t bytes_total{};
};
template <class Fields>
void describe(Fields& f, NeighboursProgress& e) {
  f("bytes_received", e.bytes_received);
  f("bytes_total", e.bytes_total);
}
struct NeighboursFound {
  Token token{};
  std::vector<core::Neighbour> nearest;  // the closest first
  double elapsed_ms{};                   // of the network and the search
};
struct NeighboursFailed {
  Token token{};
  core::Error error;
};
struct TrainingPictures {
  Token token{};
  std::vector<std::uint8_t> pixels;  // 784 each, of a whole piece
};
struct TrainingPicturesFailed {
  Token token{};
  core::Error error;
};
void on(State& state, NeighboursProgress&& event, Ports& ports);
void on(State& state, NeighboursFound&& event, Ports& ports);
void on(State& state, NeighboursFailed&& event, Ports& ports);
void on(State& state, TrainingPictures&& event, Ports& ports);
void on(State& state, TrainingPicturesFailed&& event, Ports& ports);

}  // namespace atelier::app
