// SPDX-License-Identifier: MIT
#include "core/interpolation.hpp"

#include <cmath>

namespace atelier::core {

float interpolated(const GrayImage& image, float x, float y) {
  const float left = std::floor(x - 0.5F);
  const float top = std::floor(y - 0.5F);
  const float right_share = x - 0.5F - left;
  const float lower_share = y - 0.5F - top;
  const auto column = static_cast<int>(left);
  const auto row = static_cast<int>(top);
  const auto mean = [=](int a, int b, int c, int d) {
    const auto upper = static_cast<float>(a) + right_share * static_cast<float>(b - a);
    const auto lower = static_cast<float>(c) + right_share * static_cast<float>(d - c);
    return upper + lower_share * (lower - upper);
  };
  if (column >= 0 && row >= 0 && column + 1 < image.width && row + 1 < image.height) {
    const std::uint8_t* upper = &image.pixels[image.index(column, row)];
    const std::uint8_t* lower = upper + image.width;
    return mean(upper[0], upper[1], lower[0], lower[1]);
  }
  const auto gray = [&](int u, int v) { return image.contains(u, v) ? int{image.at(u, v)} : 0; };
  return mean(gray(column, row), gray(column + 1, row), gray(column, row + 1),
              gray(column + 1, row + 1));
}

}  // namespace atelier::core
