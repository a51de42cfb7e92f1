// SPDX-License-Identifier: MIT
#include "features/report/close_images.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "features/report/actions.hpp"
#include "features/report/events.hpp"

namespace atelier::app {
namespace {

bool awaits(const State& state, Token token) {
  return state.report.close.search && state.report.close.search->token == token;
}

// Whose features are looked at; pixels are nobody's.
std::string model_for(const State& state, PairSpace space) {
  return space == PairSpace::kFeatures ? state.engines.model_id : std::string();
}

}  // namespace

const CloseImages::Found* found_pairs(const State& state) {
  const CloseImages& close = state.report.close;
  const auto& found = close.found[static_cast<std::size_t>(close.shown)];
  return found && found->model_id == model_for(state, close.shown) ? &*found : nullptr;
}

bool can_find_pairs(const State& state, PairSpace space) {
  return state.test_set.complete() &&
         (space == PairSpace::kPixels || current_model(state) != nullptr);
}

void find_pairs(State& state, PairSpace space, Ports& ports) {
  CloseImages& close = state.report.close;
  close.shown = space;
  if (found_pairs(state) != nullptr) return;
  if (!can_find_pairs(state, space)) return;
  cancel_pairs(state, ports);
  close.error.reset();
  close.search = CloseImages::Search{
      .token = ++state.last_token, .space = space, .model_id = model_for(state, space)};
  ports.jobs.find_pairs(close.search->token, space, close.search->model_id);
}

void cancel_pairs(State& state, Ports& ports) {
  CloseImages& close = state.report.close;
  if (!close.search) return;
  ports.jobs.cancel(close.search->token);
  close.search.reset();
}

void on(State& state, PairsProgress&& event, Ports&) {
  if (awaits(state, event.token)) state.report.close.search->share = event.share;
}

void on(State& state, PairsFound&& event, Ports&) {
  if (!awaits(state, event.token)) return;
  CloseImages& close = state.report.close;
  const std::size_t count = state.test_set.loader.view().count();
  const bool sound = std::all_of(event.pairs.begin(), event.pairs.end(), [&](const auto& pair) {
    return pair.first < count && pair.second < count;
  });
  if (sound) {
    close.found[static_cast<std::size_t>(close.search->space)] =
        CloseImages::Found{close.search->model_id, event.pairs};
  } else {
    close.error = {core::ErrorCode::kEngineFailed, "a pair of images that are not there"};
  }
  close.search.reset();
}

void on(State& state, PairsFailed&& event, Ports&) {
  if (!awaits(state, event.token)) return;
  state.report.close.search.reset();
  state.report.close.error = event.error;
}

}  // namespace atelier::app
