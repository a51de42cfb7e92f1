// SPDX-License-Identifier: MIT
// core/framing.hpp: how large a garment is in the 28x28 frame of the data set, and where.
#pragma once

#include "core/image.hpp"

namespace atelier::core {

// How long a side of `length` is when the longest becomes 28; never 0.
[[nodiscard]] int scaled_length(int length, int longest);

// Where a garment that is width x height in the frame stands there. It is `part` of `whole`.
// `centred`: in the middle; where the margins differ by one, the wider one is on the left and on
// top, as in 99 % and 95 % of those test images that have such margins. Else the margins share what
// is free as they do around `part`.
[[nodiscard]] Rect place_in_frame(int width, int height, const Rect& part, const Rect& whole,
                                  bool centred);

}  // namespace atelier::core
