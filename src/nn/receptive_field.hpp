// SPDX-License-Identifier: MIT
// nn/receptive_field.hpp: how receptive fields grow from layer to layer.
#pragma once

#include "nn/convolution.hpp"
#include "nn/layer_maps.hpp"
#include "nn/shape.hpp"

namespace atelier::nn {

// Of what a window gives that moves over what has `field`.
[[nodiscard]] ReceptiveField seen_through(const Window& window, const ReceptiveField& field);

// Of what depends on both of them at the same place. `image` is the network's input: if one of them
// is the same for all places, everything depends on all of it.
[[nodiscard]] ReceptiveField seen_by_both(const ReceptiveField& a, const ReceptiveField& b,
                                          const Shape& image);

// Of what depends on every pixel.
[[nodiscard]] ReceptiveField seen_whole(const Shape& image);

}  // namespace atelier::nn
