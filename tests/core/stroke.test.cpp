// SPDX-License-Identifier: MIT
// Why: the brush is what a visitor feels; a seam, a hole or a jump would be seen at once. And a
// script's stroke must give the same pixels as the same stroke drawn by hand.
#include "core/stroke.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <utility>

#include "tests/core/naive.hpp"
#include "tests/support/results.hpp"

using atelier::core::blank_image;
using atelier::core::diameter_under_pressure;
using atelier::core::ErrorCode;
using atelier::core::GrayImage;
using atelier::core::kMaxStrokePoints;
using atelier::core::Stroke;
using atelier::core::StrokePoint;
using atelier::core::StrokeRasterizer;
using atelier::core::Tool;
using atelier::core::validate;
using atelier::test::error_of;
using atelier::test::kNoError;

namespace {

constexpr int kSide = 64;

GrayImage rasterized(const Stroke& stroke, const GrayImage& before) {
  GrayImage canvas = before;
  StrokeRasterizer rasterizer(stroke, before.width);
  for (const StrokePoint& point : stroke.points) rasterizer.add_point(point, before, canvas);
  return canvas;
}

GrayImage rasterized(const Stroke& stroke) { return rasterized(stroke, blank_image(kSide, kSide)); }

Stroke random_stroke(naive::Random& random, int points) {
  Stroke stroke{Tool::kBrush, 255, random.between(0.02F, 0.3F), random.below(2) == 0, {}};
  for (int i = 0; i < points; ++i) {
    stroke.points.push_back(
        {random.between(-0.2F, 1.2F), random.between(-0.2F, 1.2F), random.between(0.0F, 1.0F)});
  }
  return stroke;
}

// Of the pixels that are neither quite inside nor quite outside.
struct Deviation {
  double greatest = 0.0;
  double mean_at_edges = 0.0;
};

Deviation deviation_from_samples(const Stroke& stroke) {
  const auto expected = naive::stroke_coverage(stroke, kSide);
  const GrayImage canvas = rasterized(stroke);
  Deviation deviation;
  double sum = 0.0;
  int count = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const double difference = std::abs(canvas.pixels[i] / 255.0 - expected[i]);
    deviation.greatest = std::max(deviation.greatest, difference);
    if (expected[i] <= 0.0 || expected[i] >= 1.0) continue;
    sum += difference;
    ++count;
  }
  if (count > 0) deviation.mean_at_edges = sum / count;
  return deviation;
}

}  // namespace

TEST_CASE("a single segment covers what samples of it say", "[core][stroke]") {
  naive::Random random(10);
  for (int round = 0; round < 60; ++round) {
    Stroke stroke = random_stroke(random, 1 + round % 2);
    stroke.mirrored = false;
    CAPTURE(round, stroke.size);
    const Deviation deviation = deviation_from_samples(stroke);
    // A straight edge through the corner of a pixel covers 1/8 of it where the distance says less.
    CHECK(deviation.greatest < 0.2);
    CHECK(deviation.mean_at_edges < 0.05);
  }
}

TEST_CASE("a stroke of many segments covers what samples of it say", "[core][stroke]") {
  naive::Random random(11);
  for (int round = 0; round < 8; ++round) {
    const Stroke stroke = random_stroke(random, 12);
    CAPTURE(round, stroke.size);
    const Deviation deviation = deviation_from_samples(stroke);
    // Where two edges meet within a pixel, the greater coverage stands for both.
    CHECK(deviation.greatest < 0.5);
    CHECK(deviation.mean_at_edges < 0.06);
  }
}

TEST_CASE("a line thinner than a pixel fades instead of breaking up", "[core][stroke]") {
  const Stroke stroke{Tool::kBrush, 255, 0.5F / kSide, false, {{0.1F, 0.3F}, {0.9F, 0.62F}}};
  const GrayImage canvas = rasterized(stroke);
  double ink = 0.0;
  for (const std::uint8_t pixel : canvas.pixels) ink += pixel / 255.0;
  const double length = std::hypot(0.8, 0.32) * kSide;
  CHECK(ink == Catch::Approx(0.5 * length).epsilon(0.25));
  for (int x = 8; x < 56; ++x) {
    int column = 0;
    for (int y = 0; y < kSide; ++y) column = std::max(column, int{canvas.at(x, y)});
    CHECK(column > 60);
    CHECK(column < 160);
  }
}

TEST_CASE("a stroke has one gray, also where it crosses itself and at its joints",
          "[core][stroke]") {
  Stroke stroke{Tool::kBrush, 150, 0.2F, false, {}};
  for (int i = 0; i < 200; ++i) {
    const float angle = static_cast<float>(i) * 0.1F;
    stroke.points.push_back({0.5F + 0.3F * std::cos(angle), 0.5F + 0.3F * std::sin(2.0F * angle)});
  }
  // Over a brighter and over a darker ground alike: nothing beyond the stroke's gray.
  const GrayImage over_black = rasterized(stroke);
  CHECK(*std::max_element(over_black.pixels.begin(), over_black.pixels.end()) == 150);
  const GrayImage over_white = rasterized(stroke, blank_image(kSide, kSide, 255));
  CHECK(*std::min_element(over_white.pixels.begin(), over_white.pixels.end()) == 150);
}

TEST_CASE("a straight stroke has no joints to be seen, however many points it has",
          "[core][stroke]") {
  Stroke few{Tool::kBrush, 255, 0.2F, false, {{0.2F, 0.3F}, {0.8F, 0.5F}}};
  Stroke many = few;
  many.points.clear();
  for (int i = 0; i <= 100; ++i) {
    const float t = static_cast<float>(i) / 100.0F;
    many.points.push_back({0.2F + 0.6F * t, 0.3F + 0.2F * t});
  }
  const GrayImage a = rasterized(few);
  const GrayImage b = rasterized(many);
  int greatest = 0;
  for (std::size_t i = 0; i < a.pixels.size(); ++i) {
    greatest = std::max(greatest, std::abs(a.pixels[i] - b.pixels[i]));
  }
  CHECK(greatest <= 1);  // rounding
}

TEST_CASE("a mirrored stroke is symmetric to the last bit", "[core][stroke]") {
  naive::Random random(12);
  for (int round = 0; round < 20; ++round) {
    Stroke stroke = random_stroke(random, 6);
    stroke.mirrored = true;
    const GrayImage canvas = rasterized(stroke);
    bool symmetric = true;
    for (int y = 0; y < kSide; ++y) {
      for (int x = 0; x < kSide; ++x) {
        symmetric = symmetric && canvas.at(x, y) == canvas.at(kSide - 1 - x, y);
      }
    }
    CHECK(symmetric);

    stroke.mirrored = false;
    const GrayImage plain = rasterized(stroke);
    for (std::size_t i = 0; i < plain.pixels.size(); ++i) {
      if (plain.pixels[i] > canvas.pixels[i]) FAIL("the mirror took something away");
    }
  }
}

TEST_CASE("the eraser paints the background, whatever gray is chosen", "[core][stroke]") {
  const Stroke stroke{Tool::kEraser, 200, 0.3F, false, {{0.5F, 0.5F}}};
  const GrayImage canvas = rasterized(stroke, blank_image(kSide, kSide, 240));
  CHECK(canvas.at(kSide / 2, kSide / 2) == 0);
  CHECK(canvas.at(0, 0) == 240);
}

TEST_CASE("a disc that contains the next one is drawn whole", "[core][stroke]") {
  // 20 px, then 10 px a pixel further: no tangent touches both.
  const Stroke shrinking{
      Tool::kBrush, 255, 20.0F / kSide, false, {{0.5F, 0.5F, 0.5F}, {0.516F, 0.5F, 0.0F}}};
  Stroke growing = shrinking;
  std::swap(growing.points[0], growing.points[1]);
  Stroke alone = shrinking;
  alone.points.pop_back();
  CHECK(rasterized(shrinking) == rasterized(alone));
  CHECK(rasterized(growing) == rasterized(alone));
}

TEST_CASE("a pressure of one half, which a mouse reports, gives the nominal size",
          "[core][stroke]") {
  CHECK(diameter_under_pressure(0.1F, 0.5F) == 0.1F);
  CHECK(diameter_under_pressure(0.1F, 0.0F) == Catch::Approx(0.05));
  CHECK(diameter_under_pressure(0.1F, 1.0F) == Catch::Approx(0.15));
}

TEST_CASE("strokes that no hand could draw are refused", "[core][stroke]") {
  const Stroke good{Tool::kBrush, 255, 0.1F, false, {{0.5F, 0.5F, 0.5F}, {-1.0F, 2.0F, 1.0F}}};
  CHECK(error_of(validate(good)) == kNoError);

  const float nan = std::numeric_limits<float>::quiet_NaN();
  const float infinity = std::numeric_limits<float>::infinity();
  const auto check_refused = [](const Stroke& stroke) {
    const auto result = validate(stroke);
    REQUIRE(error_of(result) == ErrorCode::kBadStroke);
    CHECK_FALSE(result.error().detail.empty());
  };
  for (const float size : {0.0F, -0.1F, 1.01F, nan, infinity}) {
    Stroke stroke = good;
    stroke.size = size;
    CAPTURE(size);
    check_refused(stroke);
  }
  for (const float coordinate : {-1.01F, 2.01F, nan, infinity, -infinity}) {
    Stroke stroke = good;
    stroke.points[1].x = coordinate;
    CAPTURE(coordinate);
    check_refused(stroke);
    stroke = good;
    stroke.points[0].y = coordinate;
    check_refused(stroke);
  }
  for (const float pressure : {-0.01F, 1.01F, nan}) {
    Stroke stroke = good;
    stroke.points[0].pressure = pressure;
    CAPTURE(pressure);
    check_refused(stroke);
  }
  Stroke stroke = good;
  stroke.points.clear();
  check_refused(stroke);
  stroke.points.resize(kMaxStrokePoints);
  CHECK(error_of(validate(stroke)) == kNoError);
  stroke.points.emplace_back();
  check_refused(stroke);
}
