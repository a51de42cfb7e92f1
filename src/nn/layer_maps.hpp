// SPDX-License-Identifier: MIT
// nn/layer_maps.hpp: what the layers of a network make of an image, and which part of the image
// each of their numbers depends on.
#pragma once

#include <vector>

namespace atelier::nn {

// Along one axis: place k depends on `size` pixels of the image from `first + step * k` on, some of
// which may lie beyond its edges, where everything is 0. Step 0: every place depends on the same.
struct SeenPixels {
  int first = 0;
  int step = 1;
  int size = 1;

  friend bool operator==(const SeenPixels&, const SeenPixels&) = default;
};

// The receptive field of every place of a layer.
struct ReceptiveField {
  SeenPixels x, y;

  friend bool operator==(const ReceptiveField&, const ReceptiveField&) = default;
};

// A convolution or a pool with all that is done to its sums: bias, the other branch, ReLU.
struct LayerMaps {
  int channels = 0, rows = 0, columns = 0;
  ReceptiveField field;
  std::vector<float> values;  // [channels, rows, columns]
};

// The kernels of a convolution that sees one channel.
struct Filters {
  int count = 0, rows = 0, columns = 0;
  std::vector<float> weights;  // [count, rows, columns]
};

}  // namespace atelier::nn
