// SPDX-License-Identifier: MIT
// tests/support/product_photo.hpp: a photo like those that the data set was made of.
#pragma once

#include <cmath>
#include <cstdint>
#include <random>

#include "core/color_image.hpp"

namespace atelier::test {

// A T-shirt whose fabric is striped and a little noisy, in colour, on the data set's near-white.
inline core::ColorImage product_photo(int width = 762, int height = 1000) {
  core::ColorImage photo = core::plain_image(width, height, {253, 253, 253});
  std::mt19937 random(4);  // the same numbers on every platform
  const auto inside = [](double x, double y) {
    if (y < 0.12 || y > 0.9) return false;
    const bool body = x > 0.27 && x < 0.73;
    const bool sleeves = y < 0.4 && x > 0.1 && x < 0.9;
    const bool neck = std::hypot((x - 0.5) * 0.762, y - 0.1) < 0.09;
    return (body || sleeves) && !neck;
  };
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      if (!inside((x + 0.5) / width, (y + 0.5) / height)) continue;
      const int stripe = y / 25 % 2 == 0 ? 30 : 0;
      const auto vary = [&](int value) {
        return static_cast<std::uint8_t>(value + stripe + static_cast<int>(random() % 12));
      };
      photo.set(x, y, {vary(30), vary(70), vary(120)});
    }
  }
  return photo;
}

}  // namespace atelier::test
