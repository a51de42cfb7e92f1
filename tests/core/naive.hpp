// SPDX-License-Identifier: MIT
// tests/core/naive.hpp: the same pictures, made the slow and obvious way. Nothing here shares a
// formula with src/core: it is what the quick versions are held against.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "core/image.hpp"
#include "core/stroke.hpp"

namespace naive {

using atelier::core::GrayImage;
using atelier::core::Stroke;
using atelier::core::StrokePoint;

// The same numbers on every platform: the engine is specified, std's distributions are not.
class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  // 0 .. bound - 1
  int below(int bound) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(bound)); }
  float between(float least, float greatest) {
    return least + (greatest - least) * static_cast<float>(engine_() >> 8U) / 16777216.0F;
  }
  std::uint8_t gray() { return static_cast<std::uint8_t>(below(256)); }

 private:
  std::mt19937 engine_;
};

inline GrayImage noise(Random& random, int width, int height) {
  GrayImage image = atelier::core::blank_image(width, height);
  for (std::uint8_t& pixel : image.pixels) pixel = random.gray();
  return image;
}

// The mean over the area of each new pixel, as an integral over all old ones.
inline std::vector<double> resize(const GrayImage& image, int width, int height) {
  const auto overlap = [](int target, int target_count, int source, int source_count) {
    const double size = double(source_count) / target_count;
    return std::max(
        0.0, std::min((target + 1) * size, source + 1.0) - std::max(target * size, double(source)));
  };
  std::vector<double> means;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      double sum = 0.0;
      double area = 0.0;
      for (int v = 0; v < image.height; ++v) {
        for (int u = 0; u < image.width; ++u) {
          const double share =
              overlap(x, width, u, image.width) * overlap(y, height, v, image.height);
          sum += share * image.at(u, v);
          area += share;
        }
      }
      means.push_back(sum / area);
    }
  }
  return means;
}

// Is a point inside one of the discs whose centre runs from a to b and whose radius runs along?
// With t in 0..1 on the way, |p - c(t)|^2 - r(t)^2 is a parabola; some disc contains the point if
// it is negative at an end or at its vertex.
struct MovingDisc {
  double ax, ay, ar, bx, by, br;

  [[nodiscard]] bool contains(double x, double y) const {
    const double dx = bx - ax;
    const double dy = by - ay;
    const double dr = br - ar;
    const auto excess = [&](double t) {
      const double px = x - ax - t * dx;
      const double py = y - ay - t * dy;
      const double r = ar + t * dr;
      return px * px + py * py - r * r;
    };
    if (excess(0.0) <= 0.0 || excess(1.0) <= 0.0) return true;
    const double curvature = dx * dx + dy * dy - dr * dr;
    if (curvature <= 0.0) return false;
    const double vertex = ((x - ax) * dx + (y - ay) * dy + ar * dr) / curvature;
    return vertex > 0.0 && vertex < 1.0 && excess(vertex) <= 0.0;
  }
};

// How much of each pixel a stroke covers, 0..1, by 8 x 8 samples a pixel.
inline std::vector<double> stroke_coverage(const Stroke& stroke, int side) {
  std::vector<MovingDisc> discs;
  const auto add_discs = [&](bool mirrored) {
    const StrokePoint* last = &stroke.points.front();
    for (const StrokePoint& point : stroke.points) {
      const auto x = [&](const StrokePoint& p) {
        return (mirrored ? 1.0 - double(p.x) : double(p.x)) * side;
      };
      const auto radius = [&](const StrokePoint& p) {
        return double(stroke.size) * (0.5 + double(p.pressure)) * side / 2.0;
      };
      discs.push_back({x(*last), double(last->y) * side, radius(*last), x(point),
                       double(point.y) * side, radius(point)});
      last = &point;
    }
  };
  add_discs(false);
  if (stroke.mirrored) add_discs(true);

  constexpr int kSamples = 8;
  std::vector<double> coverage;
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      int hits = 0;
      for (int sample = 0; sample < kSamples * kSamples; ++sample) {
        const double sx = x + (sample % kSamples + 0.5) / kSamples;
        const double sy = y + (sample / kSamples + 0.5) / kSamples;
        hits += std::any_of(discs.begin(), discs.end(),
                            [&](const MovingDisc& disc) { return disc.contains(sx, sy); })
                    ? 1
                    : 0;
      }
      coverage.push_back(double(hits) / (kSamples * kSamples));
    }
  }
  return coverage;
}

// All pixels of one tone that hang together with (x, y), found by asking each one's neighbours.
inline std::set<std::pair<int, int>> connected(const GrayImage& image, int x, int y,
                                               int tolerance) {
  std::set<std::pair<int, int>> region{{x, y}};
  std::vector<std::pair<int, int>> frontier{{x, y}};
  const int tone = image.at(x, y);
  while (!frontier.empty()) {
    const auto [u, v] = frontier.back();
    frontier.pop_back();
    const std::array<std::pair<int, int>, 4> neighbours = {
        {{u - 1, v}, {u + 1, v}, {u, v - 1}, {u, v + 1}}};
    for (const auto& [nu, nv] : neighbours) {
      if (!image.contains(nu, nv) || std::abs(image.at(nu, nv) - tone) > tolerance) continue;
      if (region.insert({nu, nv}).second) frontier.emplace_back(nu, nv);
    }
  }
  return region;
}

}  // namespace naive
