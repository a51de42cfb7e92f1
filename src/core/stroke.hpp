// SPDX-License-Identifier: MIT
// core/stroke.hpp: what a brush does. A Stroke is plain data, the same from a finger and from a
// script; a StrokeRasterizer turns it into pixels, point by point, while it is being drawn.
//
//   StrokeRasterizer rasterizer(stroke, canvas.width);
//   const GrayImage before = canvas;
//   for (const StrokePoint& point : stroke.points) rasterizer.add_point(point, before, canvas);
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/flood_fill.hpp"
#include "core/image.hpp"
#include "core/limits.hpp"
#include "core/names.hpp"
#include "core/result.hpp"

namespace atelier::core {

enum class Tool {
  kBrush,
  kEraser,
  kFill,
  kLine,     // straight from the first point to the last, whatever lies between
  kPolygon,  // the area between at least three corners
};
ATELIER_NAMES(Tool, "brush", "eraser", "fill", "line", "polygon");

// x, y in 0..1 of the drawing square, y down; pressure 0..1, and 0.5 for what has none (a mouse).
struct StrokePoint {
  float x = 0.0F;
  float y = 0.0F;
  float pressure = 0.5F;

  friend bool operator==(const StrokePoint&, const StrokePoint&) = default;
};

template <typename Fields>  // app/describe.hpp
void describe(Fields& f, StrokePoint& point) {
  f.items(Parts{"x, y, pressure", {0, 1}}, point.x, point.y, point.pressure);
}

struct Stroke {
  Tool tool = Tool::kBrush;
  std::uint8_t gray = 255;  // 255: the brightest cloth. The eraser paints 0 whatever this is
  float size = 0.08F;       // diameter at pressure 0.5, as a fraction of the square's side, (0, 1]
  bool mirrored = false;    // drawn a second time, mirrored about the vertical axis x = 0.5
  std::vector<StrokePoint> points;  // kFill starts at the first and does not look at the others
  FillReach reach{};                // of kFill

  friend bool operator==(const Stroke&, const Stroke&) = default;
};

// Points may lie outside the square, as when a pen leaves it and comes back, but not absurdly far.
inline constexpr float kLeastCoordinate = -1.0F;
inline constexpr float kGreatestCoordinate = 2.0F;

// A quarter of an hour of a 120 Hz pen. Bounds the work that a script can ask for.
inline constexpr std::size_t kMaxStrokePoints = 100'000;

template <typename Fields>
void describe(Fields& f, Stroke& stroke) {
  f("points", stroke.points, Count{1, kMaxStrokePoints});
  f("tool", stroke.tool);
  f("gray", stroke.gray);
  f("size", stroke.size, Range{0, 1});
  f.may("mirrored", stroke.mirrored);
  f.may("tolerance", stroke.reach.tolerance, Range{0, kGreatestTolerance});
  f.may("gap", stroke.reach.gap, Range{0, kGreatestGap});
}

// kBadStroke, with the field and its value in the detail, if a number is not finite or out of its
// range, or if there are no points, too few for a polygon or too many.
[[nodiscard]] Result<void> validate(const Stroke& stroke);

// The diameter that a size becomes under a pressure: 0.5 gives the size itself, no pressure half of
// it, full pressure one and a half.
[[nodiscard]] float diameter_under_pressure(float size, float pressure);

// Draws one stroke, of kBrush, kEraser or kLine, on a square canvas. Between two points it covers
// the hull of the two discs around them; edges are anti-aliased over one pixel. A pixel is covered
// once, however often the stroke crosses it: one stroke has one gray and no seams at its joints. It
// follows that the pixels do not depend on whether points come all at once or one by one.
class StrokeRasterizer {
 public:
  // In pixels of the canvas.
  struct Disc {
    float x = 0.0F;
    float y = 0.0F;
    float radius = 0.0F;
  };

  // `style` must be valid; its points are not drawn.
  StrokeRasterizer(const Stroke& style, int canvas_side);

  // Draws on to `point`. `before` is the canvas as it was when the stroke began, `canvas` the same
  // with the stroke so far; both are canvas_side x canvas_side.
  void add_point(const StrokePoint& point, const GrayImage& before, GrayImage& canvas);

 private:
  void cover(int x, int y, std::uint8_t coverage, const GrayImage& before, GrayImage& canvas);

  int side_;
  float size_;
  std::uint8_t paint_;
  bool mirrored_;
  std::optional<Disc> last_;
  std::vector<std::uint8_t> coverage_;  // of each pixel by the stroke so far; 255 is all of it
};

}  // namespace atelier::core
