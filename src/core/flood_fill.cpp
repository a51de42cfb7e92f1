// SPDX-License-Identifier: MIT
#include "core/flood_fill.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>
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

// For each pixel: is it open, and then, has it been reached?
using Mask = std::vector<std::uint8_t>;
constexpr std::uint8_t kClosed = 0, kOpen = 1, kReached = 2;

// Marks the open pixels that hang together with an open one.
void spread(const GrayImage& image, Mask& mask, int seed_x, int seed_y) {
  struct Seed {
    int x;
    int y;
  };
  const auto is_open = [&](int x, int y) { return mask[image.index(x, y)] == kOpen; };
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
    for (int x = run.left; x <= run.right; ++x) mask[image.index(x, run.y)] = kReached;
    seed_row(run, run.y - 1);
    seed_row(run, run.y + 1);
  }
}

// Of the pixels of `area` (kReached), those that are farther from every other pixel of the image
// than half an opening: kOpen.
Mask roomy_part(const GrayImage& image, const Mask& area, int gap) {
  Mask roomy(area.size());
  for (std::size_t i = 0; i < area.size(); ++i) roomy[i] = area[i] == kReached ? kOpen : kClosed;
  const int reach = (gap + 1) / 2;
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      if (area[image.index(x, y)] == kReached) continue;
      // Pixels that lie deep in what is closed are near nothing that is open.
      bool at_border = false;
      for (const auto& [dx, dy] : {std::pair{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
        at_border = at_border || (image.contains(x + dx, y + dy) &&
                                  area[image.index(x + dx, y + dy)] == kReached);
      }
      if (!at_border) continue;
      for (int dy = -reach; dy <= reach; ++dy) {
        for (int dx = -reach; dx <= reach; ++dx) {
          const bool near = 4 * (dx * dx + dy * dy) <= (gap + 1) * (gap + 1);
          if (near && image.contains(x + dx, y + dy)) {
            roomy[image.index(x + dx, y + dy)] = kClosed;
          }
        }
      }
    }
  }
  return roomy;
}

// Walks over `area` (kReached) from the pixels given, at most `steps` steps, and calls visit(pixel)
// for each new one, which says whether to go on. A slanting step does not slip between two closed
// pixels.
template <typename Visit>
void walk(const GrayImage& image, const Mask& area, std::vector<std::size_t> from, int steps,
          Visit visit) {
  Mask seen(area.size());
  for (const std::size_t pixel : from) seen[pixel] = 1;
  const auto width = static_cast<std::size_t>(image.width);
  for (; steps > 0 && !from.empty(); --steps) {
    std::vector<std::size_t> next;
    for (const std::size_t pixel : from) {
      const auto x = static_cast<int>(pixel % width);
      const auto y = static_cast<int>(pixel / width);
      const auto is_free = [&](int u, int v) {
        return image.contains(u, v) && area[image.index(u, v)] == kReached;
      };
      for (int k = 0; k < 9; ++k) {
        const int u = x + k % 3 - 1;
        const int v = y + k / 3 - 1;
        if (!is_free(u, v) || !(is_free(u, y) || is_free(x, v))) continue;
        std::uint8_t& visited = seen[image.index(u, v)];
        if (visited != 0) continue;
        visited = 1;
        if (!visit(image.index(u, v))) return;
        next.push_back(image.index(u, v));
      }
    }
    from = std::move(next);
  }
}

// Takes from `area` what can only be reached through openings. The flood runs where there is room,
// and from there on into what is narrow, as far as an opening is wide; what is narrow behind that
// and leads to no other room, the tip of a corner, belongs to it as well.
void close_gaps(const GrayImage& image, Mask& area, int seed_x, int seed_y, int gap) {
  Mask roomy = roomy_part(image, area, gap);
  // Whoever pours close to the outline means the room beside it.
  std::size_t start = image.index(seed_x, seed_y);
  if (roomy[start] != kOpen) {
    const std::size_t seed = start;
    walk(image, area, {seed}, gap + 1, [&](std::size_t pixel) {
      if (roomy[pixel] == kOpen) start = pixel;
      return start == seed;
    });
    if (start == seed) return;
  }
  const auto width = static_cast<std::size_t>(image.width);
  spread(image, roomy, static_cast<int>(start % width), static_cast<int>(start / width));

  // Its inner pixels lead nowhere new.
  std::vector<std::size_t> rim;
  const auto is_room = [&](int x, int y) {
    return !image.contains(x, y) || roomy[image.index(x, y)] == kReached;
  };
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      if (roomy[image.index(x, y)] != kReached) continue;
      const bool inner =
          is_room(x - 1, y) && is_room(x + 1, y) && is_room(x, y - 1) && is_room(x, y + 1);
      if (!inner) rim.push_back(image.index(x, y));
    }
  }
  Mask kept = roomy;
  walk(image, area, std::move(rim), (gap + 1) / 2 + 1, [&](std::size_t pixel) {
    kept[pixel] = kReached;
    return true;
  });
  // What is left hangs together in pieces; those without a room of their own are kept.
  Mask rest(area.size());
  for (std::size_t i = 0; i < area.size(); ++i) {
    rest[i] = area[i] == kReached && kept[i] != kReached ? kOpen : kClosed;
  }
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (kept[i] == kOpen && rest[i] == kOpen) {
      spread(image, rest, static_cast<int>(i % width), static_cast<int>(i / width));
    }
  }
  for (std::size_t i = 0; i < area.size(); ++i) {
    if (rest[i] == kReached) area[i] = kOpen;
  }
}

Region connected_region(const GrayImage& image, int seed_x, int seed_y, const FillReach& reach) {
  const int tone = image.at(seed_x, seed_y);
  Mask area(image.pixels.size());
  for (std::size_t i = 0; i < area.size(); ++i) {
    area[i] = std::abs(image.pixels[i] - tone) <= reach.tolerance ? kOpen : kClosed;
  }
  spread(image, area, seed_x, seed_y);
  if (reach.gap > 0) close_gaps(image, area, seed_x, seed_y, reach.gap);

  Region region{std::vector<std::uint8_t>(area.size()), {}};
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      if (area[image.index(x, y)] != kReached) continue;
      region.share[image.index(x, y)] = 255;
      const bool goes_on = x > 0 && region.share[image.index(x - 1, y)] == 255;
      if (!goes_on) region.runs.push_back({y, x, x});
      region.runs.back().right = x;
    }
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

void flood_fill(GrayImage& image, int x, int y, std::uint8_t gray, const FillReach& reach) {
  if (!image.contains(x, y)) return;
  const int tone = image.at(x, y);
  Region region = connected_region(image, x, y, reach);
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
