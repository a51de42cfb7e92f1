// SPDX-License-Identifier: MIT
// features/answer/events.hpp: what the engines answer.
#pragma once

#include <array>

#include "app/event.hpp"
#include "app/token.hpp"
#include "core/result.hpp"

namespace atelier::app {

struct ModelLoaded {
  Token token{};
};
struct ModelFailed {
  Token token{};
  core::Error error;
};

struct Classified {
  Token token{};
  std::array<float, 10> logits{};
  double elapsed_ms{};  // inside the engine, without the way there and back
};
struct ClassifyFailed {
  Token token{};
  core::Error error;
};

// A token that is no longer waited for is counted and dropped.
void on(State& state, ModelLoaded&& event, Ports& ports);
void on(State& state, ModelFailed&& event, Ports& ports);
void on(State& state, Classified&& event, Ports& ports);
void on(State& state, ClassifyFailed&& event, Ports& ports);

}  // namespace atelier::app
