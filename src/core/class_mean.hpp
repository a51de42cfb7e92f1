// SPDX-License-Identifier: MIT
// core/class_mean.hpp: what the images of a class have in common, as a picture to trace.
#pragma once

#include <cstdint>
#include <optional>

#include "core/dataset.hpp"
#include "core/image.hpp"

namespace atelier::core {

// The mean over all images of `set` with this label, 28x28, each pixel rounded; nothing if there
// are none.
[[nodiscard]] std::optional<GrayImage> class_mean(const DatasetView& set, std::uint8_t label);

// `mean` enlarged to side x side, faint, with a fine line where it has fallen to half of its
// brightest: darker than any cloth.
[[nodiscard]] GrayImage tracing(const GrayImage& mean, int side);

}  // namespace atelier::core
