// SPDX-License-Identifier: MIT
// seam/bridge/bridge.hpp: joins the exports of bridge_abi.hpp to the program's one State.
#pragma once

#include <cstdint>
#include <functional>

#include "app/ports.hpp"
#include "app/state.hpp"
#include "seam/bridge/nn_classifier.hpp"
#include "seam/bridge/nn_neighbours.hpp"
#include "seam/bridge/pending_events.hpp"

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
