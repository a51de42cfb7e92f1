// SPDX-License-Identifier: MIT
// nn/winograd.hpp: 3x3 convolutions with a stride of one by Winograd's minimal filtering F(4x4,
// 3x3): 36 products for a tile of 16 pixels where the definition takes 144.
#pragma once

#include <memory>

#include "nn/convolution.hpp"

namespace atelier::nn {

// `window` is 3x3 with strides of 1, `weights` have one group.
[[nodiscard]] std::unique_ptr<ConvolutionKernel> make_winograd(const Shape& input,
                                                               const Window& window,
                                                               const ConvolutionWeights& weights);

}  // namespace atelier::nn
