// SPDX-License-Identifier: MIT
// features/answer/events.hpp: what the engines answer.
#pragma once

#include <array>
#include <string_view>

#include "app/event.hpp"
#include "app/token.hpp"
#include "core/result.hpp"

namespace atelier::app {

struct ModelLoaded {
  static constexpr std::string_view kType = "model-loaded";
  Token token{};
};
template <class Fields>
void describe(Fields& f, ModelLoaded& e) {
  f("token", e.token);
}
struct ModelFailed {
  static constexpr std::string_view kType = "model-failed";
  Token token{};
  core::Error error;
};
template <class Fields>
void describe(Fields& f, ModelFailed& e) {
  f("token", e.token);
  f("error", e.error);
}

struct Classified {
  Token token{};
  std::array<float, 10> logits{};
  double elapsed_ms{};  // inside the engine, without the way there and back
};
struct ClassifyFailed {
  static constexpr std::string_view kType = "classify-failed";
  Token token{};
  core::Error error;
};
template <class Fields>
void describe(Fields& f, ClassifyFailed& e) {
  f("token", e.token);
  f("error", e.error);
}

// A token that is no longer waited for is counted and dropped.
void on(State& state, ModelLoaded&& event, Ports& ports);
void on(State& state, ModelFailed&& event, Ports& ports);
void on(State& state, Classified&& event, Ports& ports);
void on(State& state, ClassifyFailed&& event, Ports& ports);

}  // namespace atelier::app
