// SPDX-License-Identifier: MIT
// The area of each pixel to the right of the outline, signed by its direction, is added up along
// the rows: what comes out is how often the outline goes around the pixel, fractions included.
#include "core/polygon.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace atelier::core {
namespace {

struct Point {
  float x;
  float y;
};

class Windings {
 public:
  explicit Windings(int side)
      : side_(side),
        // A column more, into which goes what lies to the right of the canvas.
        changes_(static_cast<std::size_t>(side) * static_cast<std::size_t>(side + 2)) {}

  void add_edge(Point from, Point to) {
    const float sign = from.y < to.y ? 1.0F : -1.0F;
    if (from.y > to.y) std::swap(from, to);
    const float slope = from.y == to.y ? 0.0F : (to.x - from.x) / (to.y - from.y);
    const auto x_at = [&](float y) { return from.x + (y - from.y) * slope; };
    const auto side = static_cast<float>(side_);
    const float top = std::clamp(from.y, 0.0F, side);
    const float bottom = std::clamp(to.y, 0.0F, side);
    for (float y = top; y < bottom;) {
      const float row = std::floor(y);
      const float next = std::min(row + 1.0F, bottom);
      add_in_row(static_cast<int>(row), x_at(y), x_at(next), sign * (next - y));
      y = next;
    }
  }

  // Of each pixel, 0..255 for 0..1 and more.
  [[nodiscard]] std::vector<std::uint8_t> coverage() const {
    std::vector<std::uint8_t> all;
    all.reserve(changes_.size());
    for (int y = 0; y < side_; ++y) {
      float sum = 0;
      for (int x = 0; x < side_; ++x) {
        sum += changes_[index(x, y)];
        all.push_back(static_cast<std::uint8_t>(std::min(std::abs(sum), 1.0F) * 255.0F + 0.5F));
      }
    }
    return all;
  }

 private:
  [[nodiscard]] std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(side_ + 2) +
           static_cast<std::size_t>(x);
  }

  // A piece of an edge within a row, from x to next_x, that covers `height` of it.
  void add_in_row(int row, float x, float next_x, float height) {
    if (x > next_x) std::swap(x, next_x);
    const auto side = static_cast<float>(side_);
    const float length = next_x - x;
    // What lies beside the canvas is straight to it.
    if (x < 0.0F) {
      const float beyond = next_x <= 0.0F ? height : height * -x / length;
      changes_[index(0, row)] += beyond;
      height -= beyond;
      x = 0.0F;
    }
    if (next_x > side) {
      height -= x >= side ? height : height * (next_x - side) / (next_x - x);
      next_x = side;
    }
    if (next_x < x || height == 0.0F) return;
    const auto first = static_cast<int>(std::floor(x));
    const auto last = static_cast<int>(std::floor(next_x));
    for (int column = first; column <= last; ++column) {
      const auto left = static_cast<float>(column);
      const float from = std::max(x, left);
      const float to = std::min(next_x, left + 1.0F);
      const float part = next_x > x ? height * (to - from) / (next_x - x) : height;
      const float beside = (from + to) / 2.0F - left;  // of the pixel, to the left of the piece
      changes_[index(column, row)] += part * (1.0F - beside);
      changes_[index(column + 1, row)] += part * beside;
    }
  }

  int side_;
  std::vector<float> changes_;  // of the winding number from a pixel to the next
};

}  // namespace

void fill_polygon(GrayImage& canvas, const Stroke& polygon) {
  const int side = canvas.width;
  const auto on_canvas = [side](const StrokePoint& point) {
    return Point{point.x * static_cast<float>(side), point.y * static_cast<float>(side)};
  };
  Windings windings(side);
  Point last = on_canvas(polygon.points.back());
  for (const StrokePoint& each : polygon.points) {
    const Point next = on_canvas(each);
    windings.add_edge(last, next);
    last = next;
  }
  const std::vector<std::uint8_t> coverage = windings.coverage();
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      std::uint8_t covered = coverage[canvas.index(x, y)];
      if (polygon.mirrored) covered = std::max(covered, coverage[canvas.index(side - 1 - x, y)]);
      std::uint8_t& pixel = canvas.at(x, y);
      pixel = blend(pixel, polygon.gray, covered);
    }
  }
}

}  // namespace atelier::core
