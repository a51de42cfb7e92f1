// SPDX-License-Identifier: MIT
// core/gaussian_blur.hpp: a picture out of focus.
#pragma once

#include "core/image.hpp"

namespace atelier::core {

// A Gaussian with this standard deviation, in pixels, greater than 0, out to three of them; beyond
// the border it is black. A plain area keeps its gray.
[[nodiscard]] GrayImage blurred(const GrayImage& image, float deviation);

}  // namespace atelier::core
