// SPDX-License-Identifier: MIT
// features/report/events.hpp: what is told of evaluations, of the search for close images, and of
// what the page remembers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/event.hpp"
#include "app/token.hpp"
#include "core/result.hpp"

namespace atelier::app {

// Ten logits each for test images first, first + 1, ...; in any order, each image once.
struct EvaluationLogits {
  Token token{};
  std::uint32_t first{};
  std::vector<float> logits;
};
struct EvaluationDone {
  static constexpr std::string_view kType = "evaluation-done";
  Token token{};
  std::uint32_t workers{};  // that shared the work
};
template <class Fields>
void describe(Fields& f, EvaluationDone& e) {
  f("token", e.token);
  f("workers", e.workers);
}
struct EvaluationFailed {
  static constexpr std::string_view kType = "evaluation-failed";
  Token token{};
  core::Error error;
};
template <class Fields>
void describe(Fields& f, EvaluationFailed& e) {
  f("token", e.token);
  f("error", e.error);
}
// Answers to an evaluation that nobody waits for any more are dropped.
void on(State& state, EvaluationLogits&& event, Ports& ports);
void on(State& state, EvaluationDone&& event, Ports& ports);
void on(State& state, EvaluationFailed&& event, Ports& ports);

}  // namespace atelier::app
