// SPDX-License-Identifier: MIT
#include "core/arrangement.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <limits>

namespace atelier::core {
namespace {

// The gray at a place between pixels, whose centres are at halves; black outside.
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
