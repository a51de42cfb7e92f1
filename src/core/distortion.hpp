// SPDX-License-Identifier: MIT
// core/distortion.hpp: what may happen to a picture on its way to a network without making it
// another garment, to see what an answer bears: after the corruptions of Hendrycks and Dietterich
// (2019, arXiv 1903.12261), each at any strength.
#pragma once

#include <cstdint>

#include "core/image.hpp"

namespace atelier::core {

// The defaults change no pixel.
struct Distortion {
  float shift_x = 0;      // pixels, to the right
  float shift_y = 0;      // down
  float turn = 0;         // degrees, clockwise about the middle
  float scale = 1;        // about the middle
  float blur = 0;         // standard deviation of a Gaussian, pixels
  float contrast = 1;     // distances from the mean gray are multiplied by it
  float noise = 0;        // standard deviation, gray levels
  std::uint32_t seed{1};  // of the noise, which is always the same one, more or less strongly

  friend bool operator==(const Distortion&, const Distortion&) = default;
};

// The square image, turned, scaled and shifted (between pixels it interpolates; black where nothing
// came from), then blurred, then with that contrast, then with noise. What is at its default is
// left out. Each is rounded to whole grays in 0..255. A move by whole pixels is exact.
[[nodiscard]] GrayImage distorted(const GrayImage& image, const Distortion& distortion);

}  // namespace atelier::core
