// SPDX-License-Identifier: MIT
// core/interpolation.hpp: grays between pixels.
#pragma once

#include "core/image.hpp"

namespace atelier::core {

// The gray at a place between pixels, whose centres are at halves, 0..255: the four around it,
// weighted by how near they are. Black outside.
[[nodiscard]] float interpolated(const GrayImage& image, float x, float y);

}  // namespace atelier::core
