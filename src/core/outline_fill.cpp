// SPDX-License-Identifier: MIT
#include "core/outline_fill.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <utility>
#include <vector>

namespace atelier::core {
namespace {

// Twice as coarse as the canvas in both directions: a tenth of a seen pixel, at a quarter of the
// work.
constexpr int kCell = 2;

// One byte a cell, row by row; around the drawing's ink, with a margin on all sides.
struct Grid {
  int width;
  int height;
  std::vector<std::uint8_t> cells;

  [[nodiscard]] std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
           static_cast<std::size_t>(x);
  }
};

// Of distances: between neighbours in a row or column, and across a corner. 3 : 4 is within 8 % of
// 1 : sqrt(2) in all directions (Borgefors 1986).
constexpr int kStraight = 3, kDiagonal = 4, kFar = 255;

// From each cell to the nearest that is 0, where the others are kFar; at most kFar. Cells of the
// grid's edge keep what they are.
void measure_distances(Grid& grid) {
  const auto width = static_cast<std::ptrdiff_t>(grid.width);
  const auto pull = [](std::uint8_t* cell, std::ptrdiff_t straight, std::ptrdiff_t row) {
    const int nearest = std::min({cell[straight] + kStraight, cell[row] + kStraight,
                                  cell[row - 1] + kDiagonal, cell[row + 1] + kDiagonal});
    *cell = static_cast<std::uint8_t>(std::min(int{*cell}, nearest));
  };
  for (int y = 1; y + 1 < grid.height; ++y) {
    std::uint8_t* row = &grid.cells[grid.index(0, y)];
    for (std::ptrdiff_t x = 1; x + 1 < width; ++x) pull(row + x, -1, -width);
  }
  for (int y = grid.height - 1; --y > 0;) {
    std::uint8_t* row = &grid.cells[grid.index(0, y)];
    for (std::ptrdiff_t x = width - 1; --x > 0;) pull(row + x, 1, width);
  }
}

// 0 where there is ink, else kFar.
Grid ink_grid(const GrayImage& drawing, const Rect& ink, std::uint8_t threshold, int margin) {
  const auto cells = [margin](int length) { return (length + kCell - 1) / kCell + 2 * margin; };
  Grid grid{cells(ink.width), cells(ink.height), {}};
  grid.cells.assign(grid.index(0, grid.height), kFar);
  for (int y = 0; y < ink.height; ++y) {
    const auto row = drawing.row(ink.y + y).subspan(static_cast<std::size_t>(ink.x));
    std::uint8_t* cell = &grid.cells[grid.index(margin, margin + y / kCell)];
    for (int x = 0; x < ink.width; ++x) {
      if (row[static_cast<std::size_t>(x)] > threshold) cell[x / kCell] = 0;
    }
  }
  return grid;
}

// 0 for every cell that can be reached from the corner over cells whose distance to ink is greater
// than `reach`, else kFar.
Grid outside(const Grid& distances, int reach) {
  Grid grid{distances.width, distances.height, {}};
  grid.cells.assign(distances.cells.size(), kFar);
  std::vector<int> open{0};
  grid.cells[0] = 0;
  while (!open.empty()) {
    const int at = open.back();
    open.pop_back();
    const int x = at % grid.width;
    const int y = at / grid.width;
    const auto visit = [&](bool there, int next) {
      if (!there) return;
      const auto k = static_cast<std::size_t>(next);
      if (grid.cells[k] == 0 || distances.cells[k] <= reach) return;
      grid.cells[k] = 0;
      open.push_back(next);
    };
    visit(x > 0, at - 1);
    visit(x + 1 < grid.width, at + 1);
    visit(y > 0, at - grid.width);
    visit(y + 1 < grid.height, at + grid.width);
  }
  return grid;
}

// 1 for every cell without ink that no disc of `reach` covers on its way in from outside, else 0.
Grid behind_gaps(const Grid& distances, int reach) {
  Grid enclosed = outside(distances, reach);
  measure_distances(enclosed);
  for (std::size_t k = 0; k < enclosed.cells.size(); ++k) {
    enclosed.cells[k] = enclosed.cells[k] > reach && distances.cells[k] > 0 ? 1 : 0;
  }
  return enclosed;
}

// 1 for every cell without ink that belongs to room behind an opening, else 0. A disc of `reach`
// finds room outside and, if the opening is narrower, inside without a way between; each further
// cell goes to those from which the widest way leads to it (a watershed of the distances: Vincent
// and Soille 1991), so that inside and outside meet where the opening is narrowest.
Grid behind_openings(const Grid& distances, int reach) {
  enum : std::uint8_t { kOutside, kInside, kUnknown };
  Grid side = outside(distances, reach);
  std::vector<std::vector<std::size_t>> waiting(static_cast<std::size_t>(reach) + 1);  // by width
  for (std::size_t k = 0; k < side.cells.size(); ++k) {
    const bool has_room = distances.cells[k] > reach;
    side.cells[k] = !has_room ? kUnknown : side.cells[k] == 0 ? kOutside : kInside;
    if (has_room) waiting.back().push_back(k);
  }
  const auto width = static_cast<std::size_t>(side.width);
  for (std::size_t level = waiting.size(); --level > 0;) {
    for (std::size_t next = 0; next < waiting[level].size(); ++next) {
      const std::size_t from = waiting[level][next];
      const auto visit = [&](bool there, std::size_t to) {
        if (!there || side.cells[to] != kUnknown || distances.cells[to] == 0) return;
        side.cells[to] = side.cells[from];
        waiting[std::min(level, std::size_t{distances.cells[to]})].push_back(to);
      };
      visit(from % width > 0, from - 1);
      visit((from + 1) % width > 0, from + 1);
      visit(from >= width, from - width);
      visit(from + width < side.cells.size(), from + width);
    }
  }
  for (std::uint8_t& cell : side.cells) cell = cell == kInside ? 1 : 0;
  return side;
}

std::ptrdiff_t count_enclosed(const Grid& enclosed) {
  return std::count(enclosed.cells.begin(), enclosed.cells.end(), 1);
}

float mean_ink(const GrayImage& drawing, const Rect& ink, std::uint8_t threshold) {
  std::uint32_t sum = 0;
  std::uint32_t count = 0;
  for (int y = ink.y; y < ink.y + ink.height; ++y) {
    for (const std::uint8_t pixel : drawing.row(y)) {
      sum += pixel > threshold ? pixel : 0U;
      count += pixel > threshold ? 1U : 0U;
    }
  }
  return static_cast<float>(sum) / static_cast<float>(count);
}

}  // namespace

// Lines are broadened until gaps in them are closed; what the outside then cannot reach is
// enclosed. The outside is broadened by as much again, back to the lines: a closing with its holes
// filled. Only where this encloses too little are wider openings looked for, so that what a closed
// outline leaves open between legs or handles stays open.
std::optional<GrayImage> fill_outline(const GrayImage& drawing, const Rect& ink,
                                      const OutlineOptions& options) {
  if (ink.empty()) return std::nullopt;
  const auto side = static_cast<float>(std::max(ink.width, ink.height));
  const auto reach_of = [side](float gap) {
    return std::min(static_cast<int>(gap * side / (2 * kCell) * kStraight), kFar - kDiagonal);
  };
  const int reach = reach_of(options.greatest_gap);
  const float widest = std::max(
      options.greatest_gap, *std::max_element(options.openings.begin(), options.openings.end()));
  const int margin = reach_of(widest) / kStraight + 2;
  Grid distances = ink_grid(drawing, ink, options.ink_threshold, margin);
  const auto ink_cells = std::count(distances.cells.begin(), distances.cells.end(), 0);
  measure_distances(distances);
  const auto least = options.least_enclosed * static_cast<float>(ink_cells);
  const auto is_enough = [least](const Grid& cells) {
    return count_enclosed(cells) > 0 && static_cast<float>(count_enclosed(cells)) >= least;
  };
  Grid enclosed = behind_gaps(distances, reach);
  if (!is_enough(enclosed)) {
    for (const float opening : options.openings) {
      Grid behind = behind_openings(distances, reach_of(opening));
      if (count_enclosed(behind) > count_enclosed(enclosed)) enclosed = std::move(behind);
    }
  }
  if (!is_enough(enclosed)) return std::nullopt;

  GrayImage filled = drawing;
  const float wanted = options.cloth_gray * mean_ink(drawing, ink, options.ink_threshold);
  const auto gray = static_cast<std::uint8_t>(std::min(wanted + 0.5F, 255.0F));
  // Cells beside the cloth have the soft edges of its lines, which were mixed with black.
  const auto is_cloth = [&](int x, int y) {
    const std::uint8_t* cells = &enclosed.cells[enclosed.index(x - 1, y - 1)];
    int any = 0;
    for (int row = 0; row < 3; ++row, cells += enclosed.width)
      any |= cells[0] | cells[1] | cells[2];
    return any != 0;
  };
  for (int y = 0; y < ink.height; y += kCell) {
    for (int x = 0; x < ink.width; x += kCell) {
      if (!is_cloth(margin + x / kCell, margin + y / kCell)) continue;
      for (int v = y; v < std::min(y + kCell, ink.height); ++v) {
        for (int u = x; u < std::min(x + kCell, ink.width); ++u) {
          std::uint8_t& pixel = filled.at(ink.x + u, ink.y + v);
          pixel = std::max(pixel, gray);
        }
      }
    }
  }
  return filled;
}

}  // namespace atelier::core
