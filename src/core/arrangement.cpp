// SPDX-License-Identifier: MIT
#include "core/arrangement.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <limits>

#include "core/interpolation.hpp"

namespace atelier::core {
namespace {

// The pixels in which something of `part` may be seen.
Rect reached(const Rect& part, const Arrangement& pixels, int side) {
  float left = std::numeric_limits<float>::max();
  float top = left;
  float right = -left;
  float bottom = -left;
  for (const int corner : {0, 1, 2, 3}) {
    const auto x = static_cast<float>(corner % 2 == 0 ? part.x - 1 : part.x + part.width + 1);
    const auto y = static_cast<float>(corner / 2 == 0 ? part.y - 1 : part.y + part.height + 1);
    left = std::min(left, pixels.x_of(x, y));
    right = std::max(right, pixels.x_of(x, y));
    top = std::min(top, pixels.y_of(x, y));
    bottom = std::max(bottom, pixels.y_of(x, y));
  }
  const auto within = [side](float value) {
    return static_cast<int>(std::clamp(value, 0.0F, static_cast<float>(side)));
  };
  const int x = within(std::floor(left) - 1.0F);
  const int y = within(std::floor(top) - 1.0F);
  return {x, y, within(std::ceil(right) + 1.0F) - x, within(std::ceil(bottom) + 1.0F) - y};
}

}  // namespace

Arrangement Arrangement::about(float x, float y, float scale, float angle, float move_x,
                               float move_y) {
  const float a = scale * std::cos(angle);
  const float b = scale * std::sin(angle);
  return {a, b, x - a * x + b * y + move_x, y - b * x - a * y + move_y};
}

Arrangement Arrangement::then(const Arrangement& next) const {
  return {next.a * a - next.b * b, next.a * b + next.b * a, next.x_of(dx, dy), next.y_of(dx, dy)};
}

float Arrangement::scale() const { return std::hypot(a, b); }

bool is_valid(const Arrangement& arrangement) {
  const float scale = arrangement.scale();
  // NaN compares false with everything.
  return scale >= kLeastScale && scale <= kGreatestScale &&
         std::abs(arrangement.dx) <= kGreatestMove && std::abs(arrangement.dy) <= kGreatestMove;
}

GrayImage arranged(const GrayImage& image, const Arrangement& arrangement) {
  assert(image.width == image.height && is_valid(arrangement));
  const int side = image.width;
  GrayImage result = blank_image(side, side);
  const Rect ink = ink_bounds(image, 0);
  if (ink.empty()) return result;
  const auto length = static_cast<float>(side);
  const Arrangement there{arrangement.a, arrangement.b, arrangement.dx * length,
                          arrangement.dy * length};
  const float scale = there.scale();
  const Arrangement back_turned{there.a / (scale * scale), -there.b / (scale * scale), 0.0F, 0.0F};
  const Arrangement back = Arrangement{1.0F, 0.0F, -there.dx, -there.dy}.then(back_turned);
  // As many samples a side as pixels of the image come to lie in one.
  const int samples = std::max(1, static_cast<int>(std::ceil(1.0F / scale - 0.001F)));
  const float step = 1.0F / static_cast<float>(samples);
  const Rect part = reached(ink, there, side);
  for (int y = part.y; y < part.y + part.height; ++y) {
    for (int x = part.x; x < part.x + part.width; ++x) {
      float sum = 0.0F;
      for (int k = 0; k < samples * samples; ++k) {
        const float at_x = static_cast<float>(x) + (static_cast<float>(k % samples) + 0.5F) * step;
        const float at_y = static_cast<float>(y) + (static_cast<float>(k / samples) + 0.5F) * step;
        sum += interpolated(image, back.x_of(at_x, at_y), back.y_of(at_x, at_y));
      }
      result.at(x, y) = static_cast<std::uint8_t>(sum * step * step + 0.5F);
    }
  }
  return result;
}

}  // namespace atelier::core
