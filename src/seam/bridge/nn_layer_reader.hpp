// SPDX-License-Identifier: MIT
// seam/bridge/nn_layer_reader.hpp: what the layers of our own engine's network make of a picture:
// as much work as an answer, so it is there at once.
#pragma once

#include <cstdint>
#include <span>

#include "app/ports.hpp"
#include "seam/bridge/nn_classifier.hpp"
#include "seam/bridge/pending_events.hpp"

namespace atelier::bridge {

class NnLayerReader final : public app::LayerReader {
 public:
  NnLayerReader(PendingEvents& events, NnClassifier& classifier)
      : events_(events), classifier_(classifier) {}

  void read(app::Token token, std::span<const std::uint8_t> pixels) override;

 private:
  PendingEvents& events_;
  NnClassifier& classifier_;
};

}  // namespace atelier::bridge
