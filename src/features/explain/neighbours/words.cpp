// SPDX-License-Identifier: MIT
#include "features/explain/neighbours/words.hpp"

#include <array>

#include "core/class_names.hpp"
#include "features/answer/words.hpp"
#include "features/data/class_names.hpp"
#include "features/explain/map/words.hpp"

namespace atelier::app {
namespace {

std::string why_none(const State& state) {
  const Neighbours& neighbours = state.neighbours;
  std::string not_yet =
      why_not_yet(state, "No neighbours: only Atelier's own engine looks for them");
  if (!not_yet.empty()) return not_yet;
  if (!has_neighbours(state)) {
    return "What this network makes of the 60,000 training images is not known here, so its "
           "neighbours cannot be told.";
  }
  if (neighbours.refusal && neighbours.refusal->model_id == state.engines.model_id) {
    return "What the network makes of the training images could not be loaded. " +
           std::string(core::sentence(neighbours.refusal->error.code));
  }
  return "Loading what the network makes of the 60,000 training images, " +
         decimals(static_cast<double>(current_model(state)->neighbours_bytes) / 1e6, 1) +
         " MB, once.";
}

}  // namespace

std::string degrees_words(const core::Neighbour& neighbour) {
  return decimals(static_cast<double>(neighbour.degrees), 0) + "\xC2\xB0";
}

std::string neighbour_headline(const State& state) {
  const auto vote = neighbour_vote(state);
  if (!vote) return {};
  const auto nearest = shown_neighbours(state);
  const std::string& name = answer_names(state)[vote->label];
  const std::string all = std::to_string(nearest.size());
  if (vote->count == nearest.size()) return "All " + all + " are labelled " + name;
  std::string text = std::to_string(vote->count) + " of " + all + " are labelled " + name;
  std::array<std::size_t, core::kClassCount> votes{};
  for (const core::Neighbour& each : nearest) ++votes[each.label];
  votes[vote->label] = 0;
  // The others as they come, each once.
  for (const core::Neighbour& each : nearest) {
    if (votes[each.label] == 0) continue;
    text += ", " + std::to_string(votes[each.label]) + " " + answer_names(state)[each.label];
    votes[each.label] = 0;
  }
  return text;
}

std::string neighbour_words(const State& state) {
  if (state.why != WhyTopic::kNeighbours) return {};
  if (shown_neighbours(state).empty()) return why_none(state);
  std::string words =
      "The training images that are most alike to the network, of 60,000. 0\xC2\xB0 is the same to "
      "it, 90\xC2\xB0 nothing in common.";
  if (state.neighbours.pictures_error) words += " Their pictures are missing in this copy.";
  return words;
}

}  // namespace atelier::app
