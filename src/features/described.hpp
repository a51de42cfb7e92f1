// SPDX-License-Identifier: MIT
// features/described.hpp: the whole of a snapshot, described: a fold over the features.
#pragma once

#include <cstdint>
#include <optional>

#include "app/error_fields.hpp"
#include "app/state.hpp"
#include "features/answer/snapshot.hpp"
#include "features/data/snapshot.hpp"
#include "features/draw/snapshot.hpp"
#include "features/explain/inside/snapshot.hpp"
#include "features/explain/map/snapshot.hpp"
#include "features/explain/neighbours/snapshot.hpp"
#include "features/explain/snapshot.hpp"
#include "features/explore/snapshot.hpp"
#include "features/models/snapshot.hpp"
#include "features/photo/snapshot.hpp"
#include "features/report/snapshot.hpp"
#include "features/snapshot.hpp"

namespace atelier::app {

// `frames`: how many have been drawn since the start.
template <class Fields>
void describe_snapshot(Fields& f, const State& state, std::uint64_t frames) {
  f("phase", phase(state));
  describe_error(f, "error", current_error(state));
  describe_error(f, "notice", notice(state),
                 "why ONNX Runtime Web is missing while our engine answers");
  describe_dataset(f, state);
  describe_model(f, state);
  describe_models(f, state);
  describe_engines(f, state);
  f("view", state.view);
  describe_input(f, state);
  describe_prediction(f, state);
  describe_preprocessing(f, state);
  describe_photo(f, state);
  describe_trace(f, state);
  describe_why(f, state);
  describe_explanation(f, state);
  describe_neighbours(f, state);
  describe_inside(f, state);
  describe_alterations(f, state);
  describe_explore(f, state);
  describe_report(f, state);
  describe_own_model(f, state);
  describe_own_data(f, state);
  describe_votes(f, state);
  f("frames", frames, "drawn since the start: an idle page stands still");
}

// What follows every change of State: little, for there are sixty a second while the brush moves.
template <class Fields>
void describe_status(Fields& f, const State& state) {
  f("phase", phase(state));
  describe_error(f, "error", current_error(state));
  f("view", state.view);
  f("sample", shows_sample(state) ? state.input.index : std::nullopt, "the test image shown");
  f("images", state.test_set.loader.view().count(), "that have arrived");
  f("announcement", announcement(state),
    "one sentence for screen readers; empty while there is nothing to say");
}

}  // namespace atelier::app
