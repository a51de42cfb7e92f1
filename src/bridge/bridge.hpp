// SPDX-License-Identifier: MIT
// bridge/bridge.hpp: joins the exports of bridge_abi.hpp to the program's one State.
#pragma once

#include <cstdint>
#include <functional>

#include "app/ports.hpp"
#include "app/state.hpp"
#include "bridge/nn_classifier.hpp"
#include "bridge/nn_neighbours.hpp"
#include "bridge/pending_events.hpp"

namespace atelier::bridge {

// All of them must outlive the page.
struct Program {
  app::State* state = nullptr;
  app::Ports* ports = nullptr;
  PendingEvents* events = nullptr;
  NnClassifier* atelier_nn = nullptr;
  NnNeighbours* neighbours = nullptr;
  std::function<std::uint64_t()> frames_drawn;
  std::function<void()> on_activity;    // something changed that a frame could show
  std::function<void()> on_completion;  // something that was asked for is among the events
};

void attach(Program program);

}  // namespace atelier::bridge
