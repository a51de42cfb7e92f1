// SPDX-License-Identifier: MIT
// Why: a silhouette is what the network wants to see, whole and without a seam.
#include "core/polygon.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/core/naive.hpp"

using atelier::core::blank_image;
using atelier::core::fill_polygon;
using atelier::core::GrayImage;
using atelier::core::Stroke;
using atelier::core::StrokePoint;
using atelier::core::Tool;

namespace {

constexpr int kSide = 48;

GrayImage filled(const Stroke& polygon) {
  GrayImage canvas = blank_image(kSide, kSide);
  fill_polygon(canvas, polygon);
  return canvas;
}

// How often the outline goes around a point, by the angles under which the point sees its edges.
int winding(const std::vector<StrokePoint>& corners, double x, double y) {
  double turned = 0;
  for (std::size_t k = 0; k < corners.size(); ++k) {
    const StrokePoint& a = corners[k];
    const StrokePoint& b = corners[(k + 1) % corners.size()];
    const double ax = double(a.x) * kSide - x;
    const double ay = double(a.y) * kSide - y;
    const double bx = double(b.x) * kSide - x;
    const double by = double(b.y) * kSide - y;
    turned += std::atan2(ax * by - ay * bx, ax * bx + ay * by);
  }
  return static_cast<int>(std::lround(turned / (2 * 3.14159265358979)));
}

// The share of each pixel that lies inside, of 16 x 16 samples.
std::vector<double> naive_shares(const Stroke& polygon) {
  constexpr int kSamples = 16;
  std::vector<double> shares;
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      int inside = 0;
      for (int k = 0; k < kSamples * kSamples; ++k) {
        const double sx = x + (k % kSamples + 0.5) / kSamples;
        const double sy = y + (k / kSamples + 0.5) / kSamples;
        const bool in = winding(polygon.points, sx, sy) != 0;
        const bool in_mirror = polygon.mirrored && winding(polygon.points, kSide - sx, sy) != 0;
        inside += in || in_mirror ? 1 : 0;
      }
      shares.push_back(double(inside) / (kSamples * kSamples));
    }
  }
  return shares;
}

// Corners around a middle, in order, so that the outline does not cross itself.
Stroke star(naive::Random& random, float reach) {
  Stroke polygon{Tool::kPolygon, 255, 0.1F, false, {}};
  const int corners = 3 + random.below(7);
  const bool clockwise = random.below(2) == 0;
  for (int k = 0; k < corners; ++k) {
    const float angle = (static_cast<float>(k) + random.between(0.0F, 0.9F)) * 6.2831853F /
                        static_cast<float>(corners);
    const float radius = random.between(0.2F, 1.0F) * reach;
    polygon.points.push_back(
        {0.5F + radius * std::cos(angle), 0.5F + radius * std::sin(clockwise ? angle : -angle)});
  }
  return polygon;
}

}  // namespace

TEST_CASE("a polygon covers what goes around a point, by the share of each pixel",
          "[core][polygon]") {
  naive::Random random(70);
  for (int round = 0; round < 24; ++round) {
    // Half of them reach beyond the canvas, on all sides.
    const Stroke polygon = star(random, round % 2 == 0 ? 0.45F : 1.2F);
    const GrayImage canvas = filled(polygon);
    const std::vector<double> shares = naive_shares(polygon);
    double greatest = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      greatest = std::max(greatest, std::abs(canvas.pixels[i] / 255.0 - shares[i]));
    }
    CAPTURE(round);
    CHECK(greatest < 0.08);  // what 256 samples know about an edge
  }
}

TEST_CASE("an outline that crosses itself has no hole, whichever way it goes", "[core][polygon]") {
  // A star of five points in one stroke: its middle is gone around twice. And a bow tie.
  Stroke pentagram{Tool::kPolygon, 200, 0.1F, false, {}};
  for (int k = 0; k < 5; ++k) {
    const float angle = static_cast<float>(2 * k) * 6.2831853F / 5.0F;
    pentagram.points.push_back({0.5F + 0.45F * std::sin(angle), 0.5F - 0.45F * std::cos(angle)});
  }
  CHECK(filled(pentagram).at(kSide / 2, kSide / 2) == 200);
  const Stroke bow{
      Tool::kPolygon, 200, 0.1F, false, {{0.1F, 0.1F}, {0.9F, 0.9F}, {0.9F, 0.1F}, {0.1F, 0.9F}}};
  const GrayImage canvas = filled(bow);
  CHECK(canvas.at(8, kSide / 2) == 200);
  CHECK(canvas.at(kSide - 9, kSide / 2) == 200);
  CHECK(canvas.at(kSide / 2, 6) == 0);
}

TEST_CASE("a mirrored polygon and its image are one symmetric area", "[core][polygon]") {
  naive::Random random(71);
  for (int round = 0; round < 6; ++round) {
    Stroke polygon = star(random, 0.4F);
    polygon.mirrored = true;
    for (StrokePoint& point : polygon.points) point.x -= 0.2F;
    const GrayImage canvas = filled(polygon);
    const std::vector<double> shares = naive_shares(polygon);
    bool symmetric = true;
    double greatest = 0;
    for (int y = 0; y < kSide; ++y) {
      for (int x = 0; x < kSide; ++x) {
        symmetric = symmetric && canvas.at(x, y) == canvas.at(kSide - 1 - x, y);
        // On the axis two soft edges meet, each of which leaves something.
        if (std::abs(x - kSide / 2) < 2) continue;
        const double share = shares[canvas.index(x, y)];
        if (share == 0 || share == 1) {
          greatest = std::max(greatest, std::abs(canvas.at(x, y) / 255.0 - share));
        }
      }
    }
    CAPTURE(round);
    CHECK(symmetric);
    CHECK(greatest < 0.08);
  }
}

TEST_CASE("a polygon is laid over what is there, and edges on whole pixels are hard",
          "[core][polygon]") {
  GrayImage canvas = blank_image(kSide, kSide, 90);
  const float unit = 1.0F / kSide;
  fill_polygon(canvas, {Tool::kPolygon,
                        210,
                        0.1F,
                        false,
                        {{8 * unit, 4 * unit},
                         {20 * unit, 4 * unit},
                         {20 * unit, 30 * unit},
                         {8 * unit, 30 * unit}}});
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const bool inside = x >= 8 && x < 20 && y >= 4 && y < 30;
      REQUIRE(canvas.at(x, y) == (inside ? 210 : 90));
    }
  }
}
