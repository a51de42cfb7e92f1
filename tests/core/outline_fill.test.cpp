// SPDX-License-Identifier: MIT
// Why: most people draw lines, and no garment of the data set is made of lines; but whoever paints
// cloth must find it as they painted it.
#include "core/outline_fill.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <utility>
#include <vector>

#include "core/drawing.hpp"
#include "tests/core/naive.hpp"

using namespace atelier::core;

namespace {

constexpr float kPi = 3.14159265F;
const OutlineOptions kOptions;

std::optional<GrayImage> filled(const GrayImage& drawing) {
  return fill_outline(drawing, ink_bounds(drawing, kOptions.ink_threshold));
}

// An arc around the middle of the canvas that leaves out `gap` of the circle, from its right on.
Stroke arc(float radius, float gap = 0, float size = 0.02F, std::uint8_t gray = 200) {
  Stroke stroke{Tool::kBrush, gray, size, false, {}};
  for (int k = 0; k <= 90; ++k) {
    const float angle = 2 * kPi * (gap + (1 - gap) * static_cast<float>(k) / 90);
    stroke.points.push_back({0.5F + radius * std::cos(angle), 0.5F + radius * std::sin(angle)});
  }
  return stroke;
}

// A line through these points.
Stroke path(std::vector<StrokePoint> points) {
  return {Tool::kBrush, 200, 0.02F, false, std::move(points)};
}

// The pixel at that part of the canvas's sides.
std::uint8_t at(const GrayImage& image, float x, float y) {
  return image.at(static_cast<int>(x * kCanvasSide), static_cast<int>(y * kCanvasSide));
}

GrayImage drawn(std::initializer_list<Stroke> strokes) {
  Drawing drawing;
  for (const Stroke& stroke : strokes) drawing.apply(stroke);
  return drawing.raster();
}

// The slow and obvious way, pixel by pixel: all that is not ink and from where no disc of the
// reach's radius can be carried out of the picture without touching ink.
std::vector<bool> enclosed_naively(const GrayImage& image, double reach) {
  const int margin = static_cast<int>(reach) + 3;
  const int width = image.width + 2 * margin;
  const int height = image.height + 2 * margin;
  const auto at = [=](int x, int y) {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
           static_cast<std::size_t>(x);
  };
  const auto is_ink = [&](int x, int y) {
    return image.contains(x - margin, y - margin) &&
           image.at(x - margin, y - margin) > kOptions.ink_threshold;
  };
  const auto within_reach = [&](int x, int y, const auto& wanted) {
    const int whole = static_cast<int>(reach);
    for (int dy = -whole; dy <= whole; ++dy) {
      for (int dx = -whole; dx <= whole; ++dx) {
        if (dx * dx + dy * dy > reach * reach) continue;
        const bool inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
        if (inside && wanted(x + dx, y + dy)) return true;
      }
    }
    return false;
  };
  std::vector<bool> free(at(0, height));
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) free[at(x, y)] = !within_reach(x, y, is_ink);
  }
  std::vector<bool> outside(free.size());
  outside[0] = true;
  for (bool grew = true; grew;) {
    grew = false;
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x) {
        if (outside[at(x, y)] || !free[at(x, y)]) continue;
        const bool reached = (x > 0 && outside[at(x - 1, y)]) || (y > 0 && outside[at(x, y - 1)]) ||
                             (x + 1 < width && outside[at(x + 1, y)]) ||
                             (y + 1 < height && outside[at(x, y + 1)]);
        if (reached) outside[at(x, y)] = grew = true;
      }
    }
  }
  std::vector<bool> enclosed;
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const auto is_outside = [&](int u, int v) { return bool{outside[at(u, v)]}; };
      enclosed.push_back(!is_ink(x + margin, y + margin) &&
                         !within_reach(x + margin, y + margin, is_outside));
    }
  }
  return enclosed;
}

}  // namespace

TEST_CASE("a ring becomes a disc, its line stays, and outside of it nothing changes",
          "[core][outline]") {
  const GrayImage ring = drawn({arc(0.3F)});
  const auto disc = filled(ring);
  REQUIRE(disc);
  double sum = 0, count = 0;
  for (const std::uint8_t pixel : ring.pixels) {
    if (pixel <= kOptions.ink_threshold) continue;
    sum += pixel;
    ++count;
  }
  const double cloth = double{kOptions.cloth_gray} * sum / count;
  const double middle = kCanvasSide / 2.0;
  const double radius = 0.3 * kCanvasSide;
  for (int y = 0; y < kCanvasSide; ++y) {
    for (int x = 0; x < kCanvasSide; ++x) {
      const double from_middle = std::hypot(x + 0.5 - middle, y + 0.5 - middle);
      if (from_middle < radius - 8) {
        REQUIRE(std::abs(disc->at(x, y) - cloth) <= 0.5001);
      } else if (from_middle > radius) {
        REQUIRE(disc->at(x, y) == ring.at(x, y));
      } else {
        REQUIRE(disc->at(x, y) >= ring.at(x, y));
        REQUIRE(disc->at(x, y) > 80);  // no black seam between line and cloth
      }
    }
  }
}

TEST_CASE("a gap is closed, one of half the ring leaves it open", "[core][outline]") {
  // Of the circle; the drawing's side is two radii, and the round ends of the line reach into it.
  const auto gap_of = [](float side_share) {
    return (side_share * 0.6F + 0.02F) / (2 * kPi * 0.3F);
  };
  for (const float share : {0.03F, 0.04F, 0.08F, 0.15F, 0.25F}) {
    CAPTURE(share);
    CHECK(filled(drawn({arc(0.3F, gap_of(share))})));
  }
  CHECK(!filled(drawn({arc(0.3F, gap_of(0.4F))})));
  CHECK(!filled(drawn({arc(0.3F, 0.5F)})));
}

TEST_CASE("how large an outline is drawn makes no difference", "[core][outline]") {
  for (const float radius : {0.06F, 0.1F, 0.2F, 0.45F}) {
    CAPTURE(radius);
    CHECK(filled(drawn({arc(radius, 0.01F, radius / 12)})));
    CHECK(filled(drawn({arc(radius, 0.06F, radius / 12)})));
    CHECK(!filled(drawn({arc(radius, 0.2F, radius / 12)})));
  }
}

TEST_CASE("a shirt is filled through its open neck, and its arms are kept apart from its body",
          "[core][outline]") {
  const GrayImage shirt = drawn({path({{0.42F, 0.2F},
                                       {0.2F, 0.3F},
                                       {0.12F, 0.7F},
                                       {0.24F, 0.72F},
                                       {0.33F, 0.42F},
                                       {0.33F, 0.85F},
                                       {0.67F, 0.85F},
                                       {0.67F, 0.42F},
                                       {0.76F, 0.72F},
                                       {0.88F, 0.7F},
                                       {0.8F, 0.3F},
                                       {0.58F, 0.2F}})});
  const auto cloth = filled(shirt);
  REQUIRE(cloth);
  CHECK(at(*cloth, 0.5F, 0.6F) > 100);  // the body
  CHECK(at(*cloth, 0.2F, 0.6F) > 100);  // an arm
  CHECK(at(*cloth, 0.29F, 0.7F) == 0);  // between the two
  CHECK(at(*cloth, 0.5F, 0.1F) == 0);   // above the neck
}

TEST_CASE("trousers with an open waist are filled, and their legs are kept apart",
          "[core][outline]") {
  const GrayImage trousers = drawn({path({{0.42F, 0.12F},
                                          {0.3F, 0.12F},
                                          {0.25F, 0.88F},
                                          {0.4F, 0.88F},
                                          {0.5F, 0.4F},
                                          {0.6F, 0.88F},
                                          {0.75F, 0.88F},
                                          {0.7F, 0.12F},
                                          {0.58F, 0.12F}})});
  const auto cloth = filled(trousers);
  REQUIRE(cloth);
  CHECK(at(*cloth, 0.5F, 0.25F) > 100);
  CHECK(at(*cloth, 0.35F, 0.7F) > 100);
  CHECK(at(*cloth, 0.65F, 0.7F) > 100);
  CHECK(at(*cloth, 0.5F, 0.75F) == 0);
}

TEST_CASE("what opens as wide as it is deep encloses nothing", "[core][outline]") {
  CHECK(!filled(drawn({path({{0.2F, 0.2F}, {0.2F, 0.8F}, {0.8F, 0.8F}, {0.8F, 0.2F}})})));
  CHECK(!filled(drawn({path({{0.2F, 0.2F}, {0.5F, 0.8F}, {0.8F, 0.2F}})})));
}

TEST_CASE("a closed outline is filled as it is, whatever opens beside it", "[core][outline]") {
  // A ring in a wider one that is open: the room between the two stays empty.
  const GrayImage rings = drawn({arc(0.2F), arc(0.4F, 0.1F)});
  const auto cloth = filled(rings);
  REQUIRE(cloth);
  CHECK(at(*cloth, 0.5F, 0.5F) > 100);
  CHECK(at(*cloth, 0.2F, 0.5F) == 0);
}

TEST_CASE("cloth that was painted stays as it was painted, with its holes", "[core][outline]") {
  // A disc; a bag with a handle; a broad ring that encloses less than half of its own area.
  CHECK(!filled(drawn({arc(0.15F, 0, 0.3F)})));
  Stroke body{Tool::kBrush, 160, 0.3F, false, {{0.3F, 0.65F}, {0.7F, 0.65F}}};
  CHECK(!filled(drawn({body, arc(0.2F)})));
  CHECK(!filled(drawn({arc(0.25F, 0, 0.15F)})));
  CHECK(!filled(blank_image(kCanvasSide, kCanvasSide)));
  CHECK(!filled(blank_image(kCanvasSide, kCanvasSide, 200)));
}

TEST_CASE("what lies within an outline is seen on its cloth", "[core][outline]") {
  const Stroke pocket{Tool::kBrush, 255, 0.02F, false, {{0.45F, 0.5F}, {0.55F, 0.5F}}};
  const GrayImage drawing = drawn({arc(0.3F), pocket});
  const auto shown = filled(drawing);
  REQUIRE(shown);
  const int middle = kCanvasSide / 2;
  CHECK(shown->at(middle, middle) == 255);
  CHECK(shown->at(middle, middle - 30) < 180);
  CHECK(shown->at(middle, middle - 30) > 130);
}

TEST_CASE("what is enclosed is what a disc cannot leave", "[core][outline]") {
  naive::Random random(77);
  int outlines = 0;
  for (int round = 0; round < 12; ++round) {
    CAPTURE(round);
    // Lines that lead around the middle, with gaps of any width, of a picture of 90 x 80.
    GrayImage drawing = blank_image(90, 80);
    const double skipped = random.between(0.0F, 0.12F);
    const double wobble = random.between(0.0F, 0.3F);
    for (int k = 0; k < 4000; ++k) {
      const double turn = k / 4000.0;
      if (turn < skipped) continue;
      const double angle = 2 * double{kPi} * turn;
      const double radius = 30 * (1 + wobble * std::sin(5 * angle));
      const int x = static_cast<int>(45 + radius * std::cos(angle));
      const int y = static_cast<int>(40 + radius * std::sin(angle));
      for (int v = y; v < y + 4; ++v) {
        for (int u = x; u < x + 4; ++u) {
          if (drawing.contains(u, v)) drawing.at(u, v) = 180;
        }
      }
    }
    const Rect ink = ink_bounds(drawing, kOptions.ink_threshold);
    OutlineOptions any;
    any.greatest_gap = 0.2F;
    any.openings = {};
    any.least_enclosed = 0;
    const double reach = double{any.greatest_gap} * std::max(ink.width, ink.height) / 2;
    // A cell is two pixels, and distances are those of cells to within 8 %.
    const auto at_least = enclosed_naively(drawing, reach - 1.5);
    const auto at_most = enclosed_naively(drawing, reach + 2.5);
    const GrayImage shown = fill_outline(drawing, ink, any).value_or(drawing);
    int beyond = 0, missed = 0, enclosed = 0;
    for (std::size_t i = 0; i < drawing.pixels.size(); ++i) {
      const bool changed = shown.pixels[i] != drawing.pixels[i];
      if (at_least[i]) ++enclosed;
      if (changed && !at_most[i]) ++beyond;
      if (!changed && at_least[i]) ++missed;
    }
    if (enclosed > 500) ++outlines;
    // Along lines a cell may belong to them or not, and narrow bays of theirs are closed earlier.
    CHECK(beyond < 160);
    CHECK(missed < 130);
  }
  CHECK(outlines > 2);
  CHECK(outlines < 12);
}
