// SPDX-License-Identifier: MIT
// features/report/events.hpp: what is told of evaluations, of the search for close images, and of
// what the page remembers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/event.hpp"
#include "app/token.hpp"
#include "core/pair_search.hpp"
#include "core/result.hpp"

namespace atelier::app {

// Ten logits each for test images first, first + 1, ...; in any order, each image once.
struct EvaluationLogits {
  Token token{};
  std::uint32_t first{};
  std::vector<float> logits;
};
struct EvaluationDone {
  Token token{};
  std::uint32_t workers{};  // that shared the work
};
struct EvaluationFailed {
  Token token{};
  core::Error error;
};
// Answers to an evaluation that nobody waits for any more are dropped.
void on(State& state, EvaluationLogits&& event, Ports& ports);
void on(State& state, EvaluationDone&& event, Ports& ports);
void on(State& state, EvaluationFailed&& event, Ports& ports);

// The search for close pairs of test images.
struct PairsProgress {
  Token token{};
  float share{};  // of the work that is done, 0..1
};
struct PairsFound {
  Token token{};
  std::vector<core::Pair> pairs;  // the closest first
};
struct PairsFailed {
  Token token{};
  core::Error error;
};
// Answers to a search that nobody waits for any more are dropped.
void on(State& state, PairsProgress&& event, Ports& ports);
void on(State& state, PairsFound&& event, Ports& ports);
void on(State& state, PairsFailed&& event, Ports& ports);

// What the page was told to remember on an earlier visit: votes. What the visitor has said since
// stands.
struct SettingLoaded {
  std::string key;
  std::string value;
};
void on(State& state, SettingLoaded&& event, Ports& ports);

}  // namespace atelier::app
