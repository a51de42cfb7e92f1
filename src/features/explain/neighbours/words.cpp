// SPDX-License-Identifier: MIT
#include "features/explain/neighbours/words.hpp"

#include <array>

#include "app/error_words.hpp"
#include "app/say.hpp"
#include "core/class_names.hpp"
#include "features/answer/words.hpp"
#include "features/data/class_names.hpp"
#include "features/explain/map/words.hpp"

namespace atelier::app {
namespace {

std::string why_none(const State& state) {
  const Neighbours& neighbours = state.neighbours;
  std::string not_yet = why_not_yet(state, "neighbours.no-engine");
  if (!not_yet.empty()) return not_yet;
  if (!has_neighbours(state)) return say("neighbours.unknown");
  if (neighbours.refusal && neighbours.refusal->model_id == state.engines.model_id) {
    return say("neighbours.refused", {{"reason", error_words(neighbours.refusal->error.code)}});
  }
  const auto bytes = static_cast<double>(current_model(state)->neighbours_bytes);
  return say("neighbours.loading", {{"megabytes", decimals(bytes / 1e6, 1)}});
}

}  // namespace

std::string degrees_words(const core::Neighbour& neighbour) {
  return say("number.degrees", {{"number", decimals(static_cast<double>(neighbour.degrees), 0)}});
}

std::string neighbour_headline(const State& state) {
  const auto vote = neighbour_vote(state);
  if (!vote) return {};
  const auto nearest = shown_neighbours(state);
  const std::string& name = answer_names(state)[vote->label];
  if (vote->count == nearest.size()) {
    return say("neighbours.all", {{"count", vote->count}, {"name", name}});
  }
  std::string text =
      say("neighbours.some", {{"count", vote->count}, {"all", nearest.size()}, {"name", name}});
  std::array<std::size_t, core::kClassCount> votes{};
  for (const core::Neighbour& each : nearest) ++votes[each.label];
  votes[vote->label] = 0;
  // The others as they come, each once.
  for (const core::Neighbour& each : nearest) {
    if (votes[each.label] == 0) continue;
    text = say("neighbours.others", {{"before", text},
                                     {"count", votes[each.label]},
                                     {"name", answer_names(state)[each.label]}});
    votes[each.label] = 0;
  }
  return text;
}

std::string neighbour_words(const State& state) {
  if (state.why != WhyTopic::kNeighbours) return {};
  if (shown_neighbours(state).empty()) return why_none(state);
  std::string words = say("neighbours.words");
  if (state.neighbours.pictures_error) words += " " + say("neighbours.no-pictures");
  return words;
}

}  // namespace atelier::app
