// SPDX-License-Identifier: MIT
// nn/activation_map.hpp: how much each place of the picture adds to a class's logit: the class
// activation map (Zhou et al. 2016, "Learning Deep Features for Discriminative Localization", arXiv
// 1512.04150), with its sign and its bias kept, so that it is exact: the mean of a class's map over
// its cells, plus the class's bias, is its logit.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "nn/image_classifier.hpp"

namespace atelier::nn {

// Of all classes, in units of the logit: positive speaks for the class.
struct ActivationMaps {
  int rows = 0;
  int columns = 0;
  std::vector<float> values;  // [classes, rows, columns]
  std::vector<float> bias;    // one a class
};

// Of one image of 784 pixels. None if the network does not end in means and a linear layer, or
// does not give its map out.
[[nodiscard]] std::optional<ActivationMaps> activation_maps(ImageClassifier& classifier,
                                                            std::span<const std::uint8_t> image);

}  // namespace atelier::nn
