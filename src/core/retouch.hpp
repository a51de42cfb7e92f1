// SPDX-License-Identifier: MIT
// core/retouch.hpp: what is done to a whole drawing at once.
#pragma once

#include "core/image.hpp"

namespace atelier::core {

// A Gaussian whose standard deviation is 1 % of the image's width; beyond the border it is black.
[[nodiscard]] GrayImage softened(const GrayImage& image);

// 255 - gray, everywhere.
[[nodiscard]] GrayImage inverted(const GrayImage& image);

}  // namespace atelier::core
