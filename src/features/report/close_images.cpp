// SPDX-License-Identifier: MIT
#include "features/report/close_images.hpp"

#include <string>

#include "features/report/actions.hpp"

namespace atelier::app {
namespace {

// Pixels are nobody's.
CloseImages::Key key_for(const State& state, PairSpace space) {
  const ModelInfo* model = space == PairSpace::kFeatures ? photograph_reader(state) : nullptr;
  return {space, model != nullptr ? model->id : std::string()};
}

const auto& shown_search(const State& state) {
  return state.report.close.searches[static_cast<std::size_t>(state.report.close.shown)];
}

}  // namespace

const std::vector<core::Pair>* found_pairs(const State& state) {
  const auto* found = shown_search(state).answer(key_for(state, state.report.close.shown));
  return found != nullptr ? &found->pairs : nullptr;
}

std::optional<float> pairs_share(const State& state) {
  for (const auto& search : state.report.close.searches) {
    if (search.in_flight) return search.share;
  }
  return std::nullopt;
}

const core::Error* pairs_error(const State& state) {
  return shown_search(state).error(key_for(state, state.report.close.shown));
}

bool can_find_pairs(const State& state, PairSpace space) {
  return state.test_set.complete() &&
         (space == PairSpace::kPixels || photograph_reader(state) != nullptr);
}

void find_pairs(State& state, PairSpace space, Ports& ports) {
  CloseImages& close = state.report.close;
  close.shown = space;
  if (found_pairs(state) != nullptr || !can_find_pairs(state, space)) return;
  cancel_pairs(state, ports);
  auto& search = close.searches[static_cast<std::size_t>(space)];
  search.refusal.reset();
  want(search, std::optional(key_for(state, space)), state.last_token, ports.work, [&] {
    const auto pixels = state.test_set.loader.view().pixels();
    return FindClosePairs::Question{space == PairSpace::kFeatures, {pixels.begin(), pixels.end()}};
  });
}

void cancel_pairs(State& state, Ports& ports) {
  for (auto& search : state.report.close.searches) take_back(search, ports.work);
}

}  // namespace atelier::app
