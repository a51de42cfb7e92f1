// SPDX-License-Identifier: MIT
#include "core/stroke.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <string>
#include <utility>

namespace atelier::core {
namespace {

Error bad_stroke(std::string detail) { return {ErrorCode::kBadStroke, std::move(detail)}; }

// False for NaN as well: it compares false with everything.
bool within(float value, float least, float greatest) {
  return value >= least && value <= greatest;
}

std::string at_point(const char* field, std::size_t point, float value) {
  return std::string(field) + " of point " + std::to_string(point) + " is " + std::to_string(value);
}

// The hull of two discs, and how much of a pixel it covers.
class Capsule {
 public:
  using Disc = StrokeRasterizer::Disc;

  Capsule(const Disc& from, const Disc& to) : start_(from) {
    const float dx = to.x - from.x;
    const float dy = to.y - from.y;
    const float length = std::hypot(dx, dy);
    if (length <= std::abs(to.radius - from.radius)) {  // one disc contains the other
      if (to.radius > from.radius) start_ = to;
      return;
    }
    length_ = length;
    along_x_ = dx / length;
    along_y_ = dy / length;
    taper_ = (from.radius - to.radius) / length;
    lean_ = taper_ / std::sqrt(1.0F - taper_ * taper_);
  }

  // How much of the pixel with this centre is covered, 0..1: the distance to the border, blurred
  // over one pixel. A stroke thinner than a pixel never covers all of one.
  [[nodiscard]] float coverage(float x, float y) const {
    const float along = (x - start_.x) * along_x_ + (y - start_.y) * along_y_;
    const float across = std::abs((x - start_.x) * along_y_ - (y - start_.y) * along_x_);
    // Of all discs between the two, the one whose border is nearest. Its centre is not the foot of
    // the perpendicular on the axis: the normal of the hull's side leans towards the thicker end.
    const float centre = std::clamp(along - across * lean_, 0.0F, length_);
    const float radius = start_.radius - centre * taper_;
    const float square = across * across + (along - centre) * (along - centre);
    // Few pixels lie on the border; the others need no root.
    const float outer = radius + 0.5F;
    if (square >= outer * outer) return 0.0F;
    const float inner = radius - 0.5F;
    if (inner > 0.0F && square <= inner * inner) return 1.0F;
    return std::min(outer - std::sqrt(square), std::min(2.0F * radius, 1.0F));
  }

 private:
  Disc start_;
  float length_ = 0.0F;
  float along_x_ = 1.0F;
  float along_y_ = 0.0F;
  float taper_ = 0.0F;  // loss of radius per unit of length
  float lean_ = 0.0F;
};

// Rounded down, within 0..side.
int floor_within(float value, int side) {
  return static_cast<int>(std::clamp(std::floor(value), 0.0F, static_cast<float>(side)));
}

// The pixels first <= x < last of a row.
struct Columns {
  int first;
  int last;
};

// Those that lie within `reach` of the axis, at the height y. Narrower than the bounding box, which
// a long thin diagonal would fill with pixels that it does not touch.
Columns columns_within(float reach, const StrokeRasterizer::Disc& from,
                       const StrokeRasterizer::Disc& to, float y, int side) {
  float least = std::min(from.x, to.x) - reach;
  float greatest = std::max(from.x, to.x) + reach;
  const float dx = to.x - from.x;
  const float dy = to.y - from.y;
  if (std::abs(dy) > 1.0F) {
    const float middle = from.x + (y - from.y) * dx / dy;
    const float half_width = reach * std::hypot(dx, dy) / std::abs(dy);
    least = std::max(least, middle - half_width);
    greatest = std::min(greatest, middle + half_width);
  }
  return {floor_within(least, side), floor_within(greatest + 1.0F, side)};
}

}  // namespace

Result<void> validate(const Stroke& stroke) {
  if (!(stroke.size > 0.0F && stroke.size <= 1.0F)) {
    return bad_stroke("size is " + std::to_string(stroke.size));
  }
  if (stroke.reach.tolerance > kGreatestTolerance) {
    return bad_stroke("tolerance is " + std::to_string(stroke.reach.tolerance));
  }
  if (stroke.reach.gap > kGreatestGap) {
    return bad_stroke("gap is " + std::to_string(stroke.reach.gap));
  }
  if (stroke.points.empty()) return bad_stroke("no points");
  if (stroke.tool == Tool::kPolygon && stroke.points.size() < 3) {
    return bad_stroke("a polygon of " + std::to_string(stroke.points.size()) + " points");
  }
  if (stroke.points.size() > kMaxStrokePoints) {
    return bad_stroke(std::to_string(stroke.points.size()) + " points");
  }
  for (std::size_t i = 0; i < stroke.points.size(); ++i) {
    const StrokePoint& point = stroke.points[i];
    if (!within(point.x, kLeastCoordinate, kGreatestCoordinate)) {
      return bad_stroke(at_point("x", i, point.x));
    }
    if (!within(point.y, kLeastCoordinate, kGreatestCoordinate)) {
      return bad_stroke(at_point("y", i, point.y));
    }
    if (!within(point.pressure, 0.0F, 1.0F)) {
      return bad_stroke(at_point("pressure", i, point.pressure));
    }
  }
  return {};
}

float diameter_under_pressure(float size, float pressure) { return size * (0.5F + pressure); }

StrokeRasterizer::StrokeRasterizer(const Stroke& style, int canvas_side)
    : side_(canvas_side),
      size_(style.size),
      paint_(style.tool == Tool::kEraser ? std::uint8_t{0} : style.gray),
      mirrored_(style.mirrored),
      coverage_(static_cast<std::size_t>(canvas_side) * static_cast<std::size_t>(canvas_side)) {
  assert(style.tool != Tool::kFill && style.tool != Tool::kPolygon);
}

void StrokeRasterizer::add_point(const StrokePoint& point, const GrayImage& before,
                                 GrayImage& canvas) {
  const auto side = static_cast<float>(side_);
  const Disc to{point.x * side, point.y * side,
                diameter_under_pressure(size_, point.pressure) * side / 2.0F};
  const Disc from = last_.value_or(to);
  last_ = to;

  const Capsule capsule(from, to);
  const float reach = std::max(from.radius, to.radius) + 1.0F;
  const int top = floor_within(std::min(from.y, to.y) - reach, side_);
  const int bottom = floor_within(std::max(from.y, to.y) + reach + 1.0F, side_);
  for (int y = top; y < bottom; ++y) {
    const float centre_y = static_cast<float>(y) + 0.5F;
    const auto [first, last] = columns_within(reach, from, to, centre_y, side_);
    const std::size_t row = static_cast<std::size_t>(y) * static_cast<std::size_t>(side_);
    for (int x = first; x < last; ++x) {
      if (coverage_[row + static_cast<std::size_t>(x)] == 255) continue;  // its mirror image also
      const float share = capsule.coverage(static_cast<float>(x) + 0.5F, centre_y);
      const auto coverage = static_cast<std::uint8_t>(share * 255.0F + 0.5F);
      cover(x, y, coverage, before, canvas);
      // The mirror image is made of pixels, not of mirrored points: symmetric to the last bit.
      if (mirrored_) cover(side_ - 1 - x, y, coverage, before, canvas);
    }
  }
}

void StrokeRasterizer::cover(int x, int y, std::uint8_t coverage, const GrayImage& before,
                             GrayImage& canvas) {
  const std::size_t pixel = before.index(x, y);
  if (coverage <= coverage_[pixel]) return;
  coverage_[pixel] = coverage;
  canvas.pixels[pixel] = blend(before.pixels[pixel], paint_, coverage);
}

}  // namespace atelier::core
