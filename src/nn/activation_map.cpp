// SPDX-License-Identifier: MIT
#include "nn/activation_map.hpp"

namespace atelier::nn {

std::optional<ActivationMaps> activation_maps(ImageClassifier& classifier,
                                              std::span<const std::uint8_t> image) {
  Network& network = classifier.network();
  if (!network.head()) return std::nullopt;
  const Plan::Head& head = *network.head();
  const Shape shape = network.map();
  const auto cells = static_cast<std::size_t>(shape.pixels());
  const std::vector<float> pixels(image.begin(), image.end());
  std::vector<float> map(cells * network.feature_count());
  network.run(pixels, {.map = map});

  const std::size_t classes = network.class_count();
  ActivationMaps maps{shape.height, shape.width, std::vector<float>(classes * cells), head.bias};
  for (std::size_t feature = 0; feature < network.feature_count(); ++feature) {
    for (std::size_t label = 0; label < classes; ++label) {
      const float weight = head.weights[feature * classes + label];
      for (std::size_t cell = 0; cell < cells; ++cell) {
        maps.values[label * cells + cell] += weight * map[feature * cells + cell];
      }
    }
  }
  return maps;
}

}  // namespace atelier::nn
