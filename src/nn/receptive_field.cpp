// SPDX-License-Identifier: MIT
#include "nn/receptive_field.hpp"

#include <algorithm>

namespace atelier::nn {
namespace {

// Far beyond the edges of any image: thousands of layers would overflow.
constexpr int kFar = 1 << 16;

SeenPixels through(const SeenPixels& pixels, int window, int stride, int padding) {
  return {std::max(pixels.first - padding * pixels.step, -kFar),
          std::min(stride * pixels.step, kFar),
          std::min(pixels.size + (window - 1) * pixels.step, 2 * kFar)};
}

SeenPixels by_both(const SeenPixels& a, const SeenPixels& b, int side) {
  if (a.step != b.step) return {0, 0, side};
  const int first = std::min(a.first, b.first);
  return {first, a.step, std::max(a.first + a.size, b.first + b.size) - first};
}

}  // namespace

ReceptiveField seen_through(const Window& window, const ReceptiveField& field) {
  return {through(field.x, window.width, window.stride_x, window.left),
          through(field.y, window.height, window.stride_y, window.top)};
}

ReceptiveField seen_by_both(const ReceptiveField& a, const ReceptiveField& b, const Shape& image) {
  return {by_both(a.x, b.x, image.width), by_both(a.y, b.y, image.height)};
}

ReceptiveField seen_whole(const Shape& image) {
  return {{0, 0, image.width}, {0, 0, image.height}};
}

}  // namespace atelier::nn
