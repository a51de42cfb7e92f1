// SPDX-License-Identifier: MIT
#include "core/flood_fill.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace atelier::core {
namespace {

// A horizontal row of filled pixels, left <= x <= right.
struct Run {
  int y;
  int left;
  int right;
};

// share[i]: how much of pixel i shows the tone that is filled, 255 for all of it.
struct Region {
  std::vector<std::uint8_t> share;
  std::vector<Run> runs;
};

Region connected_region(const GrayImage& image, int seed_x, int seed_y, int tolerance) {
  Region region{std::vector<std::uint8_t>(image.pixels.size()), {}};
  const int tone = image.at(seed_x, seed_y);
  const auto is_open = [&](int x, int y) {
    const std::size_t pixel = image.index(x, y);
    return region.share[pixel] == 0 && std::abs(image.pixels[pixel] - tone) <= tolerance;
  };

  struct Seed {
    int x;
    int y;
  };
  std::vector<Seed> seeds{{seed_x, seed_y}};
  const auto seed_row = [&](const Run& run, int y) {
    if (y < 0 || y >= image.height) return;
    // One seed is enough for each stretch of open pixels.
    bool in_stretch = false;
    for (int x = run.left; x <= run.right; ++x) {
      const bool open = is_open(x, y);
      if (open && !in_stretch) seeds.push_back({x, y});
      in_stretch = open;
    }
  };

  while (!seeds.empty()) {
    const Seed seed = seeds.back();
    seeds.pop_back();
    if (!is_open(seed.x, seed.y)) continue;
    Run run{seed.y, seed.x, seed.x};
    while (run.left > 0 && is_open(run.left - 1, run.y)) --run.left;
    while (run.right + 1 < image.width && is_open(run.right + 1, run.y)) ++run.right;
    for (int x = run.left; x <= run.right; ++x) region.share[image.index(x, run.y)] = 255;
    region.runs.push_back(run);
    seed_row(run, run.y - 1);
    seed_row(run, run.y + 1);
  }
  return region;
}

// A soft edge is at most this wide along a row or column: one pixel across, sqrt(2) on a diagonal,
// hence two mixed pixels and a pure one behind them.
constexpr int kEdgeWidth = 3;

// Walks from the filled pixel (x, y) straight out of the region. As long as the grays move away
// from the filled tone, this is the soft edge of something whose own gray is the last one met; each
// pixel on the way is a mixture of the two and shows the filled tone in proportion. A hard edge
// stops at its first pixel, which then is no mixture, and keeps its gray.
void share_edge(const GrayImage& image, int tone, int x, int y, int step_x, int step_y,
                Region& region) {
  std::array<std::size_t, kEdgeWidth> pixels{};
  std::array<int, kEdgeWidth> contrasts{};
  std::size_t length = 0;
  int sign = 0;
  while (length < pixels.size()) {
    x += step_x;
    y += step_y;
    if (!image.contains(x, y)) break;
    const std::size_t pixel = image.index(x, y);
    if (region.share[pixel] == 255) break;
    const int difference = image.pixels[pixel] - tone;
    if (length == 0) sign = difference < 0 ? -1 : 1;
    const int contrast = sign * difference;
    if (length > 0 && contrast <= contrasts[length - 1]) break;
    pixels[length] = pixel;
    contrasts[length] = contrast;
    ++length;
  }
  for (std::size_t i = 0; i + 1 < length; ++i) {
    const int behind = contrasts[length - 1];
    const auto share = static_cast<std::uint8_t>(255 * (behind - contrasts[i]) / behind);
    // Seen along a slanting edge, the grays have not yet reached their end after three pixels; of
    // all directions the one that found the greatest contrast has looked across the edge.
    region.share[pixels[i]] = std::max(region.share[pixels[i]], share);
  }
}

void share_edges(const GrayImage& image, int tone, Region& region) {
  for (const Run& run : region.runs) {
    share_edge(image, tone, run.left, run.y, -1, 0, region);
    share_edge(image, tone, run.right, run.y, 1, 0, region);
    for (int x = run.left; x <= run.right; ++x) {
      share_edge(image, tone, x, run.y, 0, -1, region);
      share_edge(image, tone, x, run.y, 0, 1, region);
    }
  }
}

}  // namespace

void flood_fill(GrayImage& image, int x, int y, std::uint8_t gray, std::uint8_t tolerance) {
  if (!image.contains(x, y)) return;
  const int tone = image.at(x, y);
  Region region = connected_region(image, x, y, tolerance);
  share_edges(image, tone, region);
  for (std::size_t i = 0; i < image.pixels.size(); ++i) {
    const int share = region.share[i];
    if (share == 0) continue;
    // A mixture tone + a * (other - tone) becomes gray + a * (other - gray), where share = 1 - a.
    const int mixed = image.pixels[i] + (gray - tone) * share / 255;
    image.pixels[i] = share == 255 ? gray : static_cast<std::uint8_t>(std::clamp(mixed, 0, 255));
  }
}

}  // namespace atelier::core
