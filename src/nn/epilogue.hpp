// SPDX-License-Identifier: MIT
// nn/epilogue.hpp: what is done to a sum of products before it is stored: bias, the other branch of
// a residual block, ReLU. Done here, it costs no pass over memory.
#pragma once

#include <cstddef>

#include "nn/float4.hpp"

namespace atelier::nn {

struct Epilogue {
  const float* bias = nullptr;      // one a channel, padded to whole Float4
  const float* residual = nullptr;  // laid out as the output; null if there is none
  bool relu = false;

  // `sums` of channels `channel`.. of the pixel whose first channel is float number `pixel`.
  void store(Float4 sums, float* output, std::size_t pixel, std::size_t channel) const {
    const std::size_t at = pixel + channel;
    sums += load4(bias + channel);
    if (residual != nullptr) sums += load4(residual + at);
    if (relu) sums = max4(sums, splat4(0));
    store4(output + at, sums);
  }
};

}  // namespace atelier::nn
