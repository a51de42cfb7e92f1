// SPDX-License-Identifier: MIT
// core/background.hpp: what is behind the garment on a photo.
#pragma once

#include "core/color_image.hpp"

namespace atelier::core {

// The median of the picture's outermost pixels, each channel for itself (of an even number, the
// upper one).
[[nodiscard]] Rgb border_color(const ColorImage& photo);

// 255 where the background is, else 0: what has the colour of the border, within `tolerance` (0..1,
// as Closeness has it), and hangs together with it by steps up, down, left and right. A white
// collar on a white wall stays, as long as the garment goes around it.
//
// What is then left in pieces of less than kSpeck of the picture, no garment, but noise and crumbs,
// counts as background as well.
[[nodiscard]] GrayImage find_background(const ColorImage& photo, float tolerance);

inline constexpr float kSpeck = 0.001F;

}  // namespace atelier::core
