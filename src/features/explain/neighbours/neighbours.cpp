// SPDX-License-Identifier: MIT
#include "features/explain/neighbours/neighbours.hpp"

#include <algorithm>
#include <array>

#include "core/class_names.hpp"
#include "core/dataset.hpp"
#include "features/explain/map/map.hpp"
#include "features/explain/neighbours/events.hpp"

namespace atelier::app {
namespace {

constexpr std::size_t kMostPieces = 64;  // 3 MB of pictures

std::optional<Neighbours::Question> wanted_question(const State& state) {
  const bool possible =
      state.why == WhyTopic::kNeighbours && can_be_explained(state) && has_neighbours(state);
  if (!possible) return std::nullopt;
  return Neighbours::Question{state.input.version, state.engines.model_id};
}

template <typename Known>
bool is_about(const std::optional<Known>& known, const Neighbours::Question& question) {
  return known && known->question == question;
}

// Moved to the end, or null.
Neighbours::Piece* use_piece(Neighbours& neighbours, std::uint32_t number) {
  auto& pieces = neighbours.pieces;
  const auto found = std::find_if(pieces.begin(), pieces.end(), [&](const Neighbours::Piece& each) {
    return each.number == number;
  });
  if (found == pieces.end()) return nullptr;
  std::rotate(found, found + 1, pieces.end());
  return &pieces.back();
}

bool is_coming(const Neighbours& neighbours, std::uint32_t piece) {
  const auto& asked = neighbours.pieces_in_flight;
  return std::any_of(asked.begin(), asked.end(),
                     [&](const Neighbours::PieceAsked& each) { return each.number == piece; });
}

// Those of one answer at a time: under the brush answers change faster than pictures come.
void request_pictures(State& state, Ports& ports) {
  Neighbours& neighbours = state.neighbours;
  if (neighbours.pictures_error || !neighbours.pieces_in_flight.empty()) return;
  for (const core::Neighbour& each : shown_neighbours(state)) {
    if (use_piece(neighbours, each.piece) != nullptr || is_coming(neighbours, each.piece)) continue;
    neighbours.pieces_in_flight.push_back({++state.last_token, each.piece});
    ports.neighbours.fetch_pictures(state.last_token, state.engines.model_id, each.piece);
  }
}

// Which piece was asked for with this token, which is then under way no more.
std::optional<std::uint32_t> take_piece(Neighbours& neighbours, Token token) {
  auto& asked = neighbours.pieces_in_flight;
  const auto found = std::find_if(asked.begin(), asked.end(),
                                  [&](const auto& each) { return each.token == token; });
  if (found == asked.end()) return std::nullopt;
  const std::uint32_t number = found->number;
  asked.erase(found);
  return number;
}

}  // namespace

void request_neighbours(State& state, Ports& ports) {
  Neighbours& neighbours = state.neighbours;
  const auto wanted = wanted_question(state);
  if (neighbours.in_flight && (!wanted || !is_about(neighbours.in_flight, *wanted))) {
    ports.neighbours.cancel();
    neighbours.in_flight.reset();
  }
  if (!wanted) return;
  const bool refused = neighbours.refusal && neighbours.refusal->model_id == wanted->model_id;
  if (!neighbours.in_flight && !refused && !is_about(neighbours.found, *wanted)) {
    neighbours.in_flight = {++state.last_token, *wanted};
    ports.neighbours.find(state.last_token, wanted->model_id, state.input.seen.pixels);
  }
  request_pictures(state, ports);
}

void on(State& state, NeighboursProgress&& event, Ports&) {
  state.neighbours.bytes_received = event.bytes_received;
  state.neighbours.bytes_total = event.bytes_total;
}

void on(State& state, NeighboursFound&& event, Ports&) {
  Neighbours& neighbours = state.neighbours;
  if (!neighbours.in_flight || neighbours.in_flight->token != event.token) return;
  neighbours.found = {neighbours.in_flight->question, event.nearest, event.elapsed_ms};
  neighbours.in_flight.reset();
}

void on(State& state, NeighboursFailed&& event, Ports&) {
  Neighbours& neighbours = state.neighbours;
  if (!neighbours.in_flight || neighbours.in_flight->token != event.token) return;
  neighbours.refusal = {neighbours.in_flight->question.model_id, event.error};
  neighbours.in_flight.reset();
}

void on(State& state, TrainingPictures&& event, Ports&) {
  Neighbours& neighbours = state.neighbours;
  const auto number = take_piece(neighbours, event.token);
  if (!number) return;
  if (neighbours.pieces.size() == kMostPieces) neighbours.pieces.erase(neighbours.pieces.begin());
  neighbours.pieces.push_back({*number, event.pixels});
}

void on(State& state, TrainingPicturesFailed&& event, Ports&) {
  if (take_piece(state.neighbours, event.token)) state.neighbours.pictures_error = event.error;
}

void try_neighbours_again(State& state) {
  state.neighbours.refusal.reset();
  state.neighbours.pictures_error.reset();
}

bool has_neighbours(const State& state) {
  const ModelInfo* model = current_model(state);
  return model != nullptr && model->neighbours_bytes > 0;
}

std::span<const core::Neighbour> shown_neighbours(const State& state) {
  const auto wanted = wanted_question(state);
  if (!wanted || !is_about(state.neighbours.found, *wanted)) return {};
  return state.neighbours.found->nearest;
}

std::span<const std::uint8_t> training_picture(const State& state,
                                               const core::Neighbour& neighbour) {
  for (const auto& [number, pixels] : state.neighbours.pieces) {
    const std::size_t first = neighbour.place * core::kSamplePixels;
    if (number != neighbour.piece || pixels.size() < first + core::kSamplePixels) continue;
    return std::span(pixels).subspan(first, core::kSamplePixels);
  }
  return {};
}

std::optional<NeighbourVote> neighbour_vote(const State& state) {
  const auto nearest = shown_neighbours(state);
  std::array<std::size_t, core::kClassCount> votes{};
  for (const core::Neighbour& each : nearest) ++votes[each.label];
  const auto most = *std::max_element(votes.begin(), votes.end());
  for (const core::Neighbour& each : nearest) {
    if (votes[each.label] == most) return NeighbourVote{each.label, most};
  }
  return std::nullopt;
}

}  // namespace atelier::app
