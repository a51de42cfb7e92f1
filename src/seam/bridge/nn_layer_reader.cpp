// SPDX-License-Identifier: MIT
#include "seam/bridge/nn_layer_reader.hpp"

#include <utility>
#include <vector>

#include "features/explain/inside/events.hpp"
#include "seam/bridge/bridge_abi.hpp"

namespace atelier::bridge {

void NnLayerReader::read(app::Token token, std::span<const std::uint8_t> pixels) {
  app::LayersRead event{token, {}, {}};
  if (nn::ImageClassifier* network = classifier_.network(); network != nullptr) {
    const std::vector<float> image(pixels.begin(), pixels.end());
    event.layers = network->network().layer_maps(image);
    event.filters = network->network().first_filters();
  }
  events_.push(std::move(event));
  atelier_js_request_frame();
}

}  // namespace atelier::bridge
