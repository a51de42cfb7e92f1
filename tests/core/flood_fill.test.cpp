// SPDX-License-Identifier: MIT
// Why: a bucket that leaks, or that leaves a dark seam along the outline, spoils the drawing.
#include "core/flood_fill.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "core/stroke.hpp"
#include "tests/core/naive.hpp"

using atelier::core::blank_image;
using atelier::core::flood_fill;
using atelier::core::GrayImage;
using atelier::core::repeat_pixels;
using atelier::core::Stroke;
using atelier::core::StrokePoint;
using atelier::core::StrokeRasterizer;
using atelier::core::Tool;

namespace {

// A closed, soft-edged ring.
Stroke ring(std::uint8_t gray, float size) {
  Stroke stroke{Tool::kBrush, gray, size, false, {}};
  for (int i = 0; i <= 120; ++i) {
    const float angle = static_cast<float>(i) * 3.14159265F / 60.0F;
    stroke.points.push_back({0.5F + 0.3F * std::cos(angle), 0.5F + 0.35F * std::sin(angle)});
  }
  return stroke;
}

void draw(const Stroke& stroke, GrayImage& canvas) {
  const GrayImage before = canvas;
  StrokeRasterizer rasterizer(stroke, canvas.width);
  for (const StrokePoint& point : stroke.points) rasterizer.add_point(point, before, canvas);
}

}  // namespace

TEST_CASE("the bucket fills what asking every neighbour would fill", "[core][flood_fill]") {
  naive::Random random(20);
  for (int round = 0; round < 150; ++round) {
    // Two equal pixels in a row are no soft edge; a few grays make areas that hang together.
    GrayImage cells = blank_image(1 + random.below(16), 1 + random.below(16));
    for (std::uint8_t& pixel : cells.pixels) {
      pixel = static_cast<std::uint8_t>(40 * random.below(3) + random.below(8));
    }
    GrayImage image = repeat_pixels(cells, 2);
    const GrayImage before = image;
    const int x = random.below(image.width);
    const int y = random.below(image.height);
    const auto tolerance = static_cast<std::uint8_t>(random.below(12));
    const auto region = naive::connected(before, x, y, tolerance);
    flood_fill(image, x, y, 222, tolerance);
    bool as_expected = true;
    for (int v = 0; v < image.height; ++v) {
      for (int u = 0; u < image.width; ++u) {
        const int expected = region.count({u, v}) == 1 ? 222 : before.at(u, v);
        as_expected = as_expected && image.at(u, v) == expected;
      }
    }
    CAPTURE(round, x, y, tolerance);
    CHECK(as_expected);
  }
}

TEST_CASE("the bucket finds its way through a maze of noise", "[core][flood_fill]") {
  naive::Random random(21);
  for (int round = 0; round < 100; ++round) {
    GrayImage image = blank_image(40, 30);
    for (std::uint8_t& pixel : image.pixels) pixel = random.below(3) == 0 ? 255 : 0;
    image.at(20, 15) = 0;
    const auto region = naive::connected(image, 20, 15, 0);
    flood_fill(image, 20, 15, 99, 0);
    bool all_filled = true;
    for (const auto& [u, v] : region) all_filled = all_filled && image.at(u, v) == 99;
    CHECK(all_filled);
    // Black and white have nothing between them that could be taken for a soft edge.
    CHECK(std::count(image.pixels.begin(), image.pixels.end(), std::uint8_t{99}) ==
          static_cast<std::ptrdiff_t>(region.size()));
  }
}

TEST_CASE("a filled outline looks as if the filling had been there first", "[core][flood_fill]") {
  struct Grays {
    std::uint8_t ground, outline, filling;
  };
  const auto grays = GENERATE(Grays{0, 235, 125}, Grays{0, 125, 235}, Grays{0, 90, 90},
                              Grays{235, 0, 90}, Grays{160, 235, 0}, Grays{125, 90, 235});
  constexpr int kSide = 200;
  const Stroke outline = ring(grays.outline, 0.04F);
  GrayImage canvas = blank_image(kSide, kSide, grays.ground);
  draw(outline, canvas);
  const GrayImage unfilled = canvas;
  flood_fill(canvas, kSide / 2, kSide / 2, grays.filling);

  GrayImage ideal = blank_image(kSide, kSide, grays.filling);
  draw(outline, ideal);

  // What the tolerance took for the ground was a little of the outline: so much may be wrong.
  const double outline_share =
      double{atelier::core::kFillTolerance} / std::abs(grays.outline - grays.ground);
  const double allowed = outline_share * std::abs(grays.outline - grays.filling) + 3.0;
  double greatest = 0.0;
  bool outside_untouched = true;
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const double dx = (x + 0.5 - kSide / 2.0) / (0.3 * kSide);
      const double dy = (y + 0.5 - kSide / 2.0) / (0.35 * kSide);
      if (dx * dx + dy * dy < 1.0) {
        greatest = std::max(greatest, double(std::abs(canvas.at(x, y) - ideal.at(x, y))));
      } else {
        outside_untouched = outside_untouched && canvas.at(x, y) == unfilled.at(x, y);
      }
    }
  }
  CAPTURE(int{grays.ground}, int{grays.outline}, int{grays.filling});
  CHECK(greatest <= allowed);
  CHECK(outside_untouched);
}

TEST_CASE("a filled outline can be filled anew as often as one likes", "[core][flood_fill]") {
  constexpr int kSide = 200;
  GrayImage canvas = blank_image(kSide, kSide);
  draw(ring(235, 0.04F), canvas);
  GrayImage once = canvas;
  flood_fill(once, kSide / 2, kSide / 2, 125);
  for (const int gray : {90, 160, 30, 125}) {
    flood_fill(canvas, kSide / 2, kSide / 2, static_cast<std::uint8_t>(gray));
  }
  int greatest = 0;
  for (std::size_t i = 0; i < canvas.pixels.size(); ++i) {
    greatest = std::max(greatest, std::abs(canvas.pixels[i] - once.pixels[i]));
  }
  // Each filling takes pixels of the edge that are within the tolerance of its tone.
  CHECK(greatest <= 3 * atelier::core::kFillTolerance);
}

TEST_CASE("the bucket outside of the image does nothing", "[core][flood_fill]") {
  naive::Random random(22);
  const GrayImage before = naive::noise(random, 10, 10);
  GrayImage image = before;
  flood_fill(image, -1, 5, 77);
  flood_fill(image, 5, 10, 77);
  CHECK(image == before);
}
