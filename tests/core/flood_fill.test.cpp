// SPDX-License-Identifier: MIT
// Why: a bucket that leaks, or that leaves a dark seam along the outline, spoils the drawing.
#include "core/flood_fill.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <utility>

#include "core/stroke.hpp"
#include "tests/core/naive.hpp"

using atelier::core::blank_image;
using atelier::core::FillReach;
using atelier::core::flood_fill;
using atelier::core::GrayImage;
using atelier::core::kGapOfHand;
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
    flood_fill(image, x, y, 222, {.tolerance = tolerance, .gap = 0});
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
    flood_fill(image, 20, 15, 99, {.tolerance = 0, .gap = 0});
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
      double{FillReach{}.tolerance} / std::abs(grays.outline - grays.ground);
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
  CHECK(greatest <= 3 * FillReach{}.tolerance);
}

namespace {

// An outline of one gray, two pixels broad, with an opening in its upper side.
GrayImage box_with_opening(int side, int opening) {
  GrayImage image = blank_image(side, side);
  for (int k = 20; k < side - 20; ++k) {
    for (const int at : {20, 21, side - 22, side - 21}) {
      image.at(at, k) = 200;
      if (at > side / 2 || k < side / 2 || k >= side / 2 + opening) image.at(k, at) = 200;
    }
  }
  return image;
}

// The rule of the bucket, pixel by pixel: where there is room, what is near that, and what is
// narrow and leads nowhere else.
std::set<std::pair<int, int>> naive_area(const GrayImage& image, int x, int y,
                                         const FillReach& reach) {
  using Pixels = std::set<std::pair<int, int>>;
  const Pixels open = naive::connected(image, x, y, reach.tolerance);
  const auto square_to_closed = [&](int u, int v) {
    int least = 1 << 20;
    for (int q = 0; q < image.height; ++q) {
      for (int p = 0; p < image.width; ++p) {
        if (open.count({p, q}) == 0) {
          least = std::min(least, (p - u) * (p - u) + (q - v) * (q - v));
        }
      }
    }
    return least;
  };
  Pixels roomy;
  for (const auto& [u, v] : open) {
    if (4 * square_to_closed(u, v) > (reach.gap + 1) * (reach.gap + 1)) roomy.insert({u, v});
  }
  const auto connected = [&](const Pixels& among, std::pair<int, int> from) {
    GrayImage mask = blank_image(image.width, image.height);
    for (const auto& [u, v] : among) mask.at(u, v) = 255;
    return naive::connected(mask, from.first, from.second, 0);
  };
  REQUIRE(roomy.count({x, y}) == 1);
  Pixels kept = connected(roomy, {x, y});
  for (int step = 0; step < (reach.gap + 1) / 2 + 1; ++step) {
    const Pixels before = kept;
    for (const auto& [u, v] : before) {
      for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx) {
          const bool passes = open.count({u + dx, v}) == 1 || open.count({u, v + dy}) == 1;
          if (passes && open.count({u + dx, v + dy}) == 1) kept.insert({u + dx, v + dy});
        }
      }
    }
  }
  Pixels rest;
  for (const auto& pixel : open) {
    if (kept.count(pixel) == 0) rest.insert(pixel);
  }
  while (!rest.empty()) {
    const Pixels piece = connected(rest, *rest.begin());
    const bool has_room = std::any_of(piece.begin(), piece.end(),
                                      [&](const auto& pixel) { return roomy.count(pixel) == 1; });
    for (const auto& pixel : piece) {
      rest.erase(pixel);
      if (!has_room) kept.insert(pixel);
    }
  }
  return kept;
}

}  // namespace

TEST_CASE("the bucket closes openings as the rule says, pixel by pixel", "[core][flood_fill]") {
  naive::Random random(23);
  for (int round = 0; round < 12; ++round) {
    // Random walls with random openings around a room that the pouring begins in.
    GrayImage image = blank_image(44, 40);
    for (int wall = 0; wall < 7; ++wall) {
      const bool upright = random.below(2) == 0;
      const int at = 3 + random.below(34);
      const int from = random.below(20);
      for (int k = from; k < from + 8 + random.below(16); ++k) {
        if (!upright && k < 44) image.at(k, at) = 255;
        if (upright && k < 40) image.at(at, k) = 255;
      }
    }
    for (int y = 15; y < 26; ++y) {
      for (int x = 16; x < 28; ++x) image.at(x, y) = 0;
    }
    const FillReach reach{.tolerance = 0, .gap = static_cast<std::uint8_t>(1 + random.below(6))};
    const auto expected = naive_area(image, 21, 20, reach);
    GrayImage filled = image;
    flood_fill(filled, 21, 20, 99, reach);
    bool as_expected = true;
    for (int v = 0; v < image.height; ++v) {
      for (int u = 0; u < image.width; ++u) {
        const int gray = expected.count({u, v}) == 1 ? 99 : image.at(u, v);
        as_expected = as_expected && filled.at(u, v) == gray;
      }
    }
    CAPTURE(round, int{reach.gap});
    CHECK(as_expected);
  }
}

TEST_CASE(
    "the bucket does not run through an opening that counts as closed, and through a wider "
    "one it does",
    "[core][flood_fill]") {
  constexpr int kSide = 120;
  for (const int gap : {1, 3, 7, 12}) {
    for (const int opening : {0, gap - 1, gap, gap + 2}) {
      GrayImage image = box_with_opening(kSide, opening);
      const FillReach reach{.tolerance = 16, .gap = static_cast<std::uint8_t>(gap)};
      flood_fill(image, kSide / 2, kSide / 2, 125, reach);
      CAPTURE(gap, opening);
      CHECK(image.at(2, 2) == (opening > gap ? 125 : 0));
      // All of the inside is full, corners included.
      for (const int v : {22, 60, kSide - 23}) {
        for (const int u : {22, 40, kSide - 23}) CHECK(image.at(u, v) == 125);
      }
      // What bulges out of the opening is no more than a little.
      if (opening <= gap) CHECK(image.at(kSide / 2, 20 - gap - 3) == 0);
    }
  }
}

TEST_CASE("the bucket fills the tips of sharp corners", "[core][flood_fill]") {
  constexpr int kSide = 160;
  GrayImage canvas = blank_image(kSide, kSide);
  draw({Tool::kBrush, 200, 0.03F, false, {{0.1F, 0.5F}, {0.9F, 0.4F}, {0.9F, 0.6F}, {0.1F, 0.5F}}},
       canvas);
  GrayImage unclosed = canvas;
  flood_fill(canvas, 120, 80, 90, {.gap = kGapOfHand});
  flood_fill(unclosed, 120, 80, 90);
  CHECK(canvas == unclosed);
}

TEST_CASE("a stripe that is narrower than an opening is filled all the same",
          "[core][flood_fill]") {
  GrayImage image = blank_image(60, 60, 200);
  for (int x = 5; x < 55; ++x) image.at(x, 30) = image.at(x, 31) = 0;
  flood_fill(image, 20, 30, 99, {.gap = kGapOfHand});
  CHECK(std::count(image.pixels.begin(), image.pixels.end(), std::uint8_t{99}) == 100);
}

TEST_CASE("who pours beside the outline means the room there", "[core][flood_fill]") {
  GrayImage image = box_with_opening(120, 5);
  flood_fill(image, 60, 23, 125, {.gap = kGapOfHand});
  CHECK(image.at(60, 60) == 125);
  CHECK(image.at(2, 2) == 0);
}

TEST_CASE("the bucket outside of the image does nothing", "[core][flood_fill]") {
  naive::Random random(22);
  const GrayImage before = naive::noise(random, 10, 10);
  GrayImage image = before;
  flood_fill(image, -1, 5, 77);
  flood_fill(image, 5, 10, 77);
  CHECK(image == before);
}
