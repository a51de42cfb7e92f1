// SPDX-License-Identifier: MIT
#include "core/image.hpp"

#include <algorithm>
#include <iterator>

namespace atelier::core {
namespace {

// Calls visit(source, weight) for each source cell under target cell `target`, where `source_count`
// cells are laid over `target_count` cells of the same total length. In units of
// 1 / target_count of a source cell every border is a whole number, so the weights are exact; those
// of one target cell add up to source_count.
template <typename Visit>
void for_each_overlap(int target, int target_count, int source_count, Visit visit) {
  const auto scale = static_cast<std::int64_t>(target_count);
  const std::int64_t begin = static_cast<std::int64_t>(target) * source_count;
  const std::int64_t end = begin + source_count;
  for (std::int64_t source = begin / scale; source * scale < end; ++source) {
    const std::int64_t from = std::max(begin, source * scale);
    const std::int64_t to = std::min(end, (source + 1) * scale);
    visit(static_cast<int>(source), static_cast<std::uint32_t>(to - from));
  }
}

void add_weighted(std::span<const std::uint8_t> row, std::uint32_t weight,
                  std::span<std::uint32_t> sums) {
  for (std::size_t x = 0; x < row.size(); ++x) sums[x] += weight * row[x];
}

}  // namespace

GrayImage blank_image(int width, int height, std::uint8_t gray) {
  assert(width > 0 && height > 0);
  const auto size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  return {width, height, std::vector<std::uint8_t>(size, gray)};
}

Rect ink_bounds(const GrayImage& image, std::uint8_t threshold) {
  // The brightest pixel of each row and of each column, instead of four searches that stop at the
  // first ink: one pass without exits vectorises.
  std::vector<std::uint8_t> rows(static_cast<std::size_t>(image.height));
  std::vector<std::uint8_t> columns(static_cast<std::size_t>(image.width));
  for (int y = 0; y < image.height; ++y) {
    const auto row = image.row(y);
    std::uint8_t brightest = 0;
    for (std::size_t x = 0; x < row.size(); ++x) {
      brightest = std::max(brightest, row[x]);
      columns[x] = std::max(columns[x], row[x]);
    }
    rows[static_cast<std::size_t>(y)] = brightest;
  }

  const auto is_ink = [threshold](std::uint8_t gray) { return gray > threshold; };
  const auto offset = [](auto from, auto to) { return static_cast<int>(std::distance(from, to)); };
  const auto top = std::find_if(rows.begin(), rows.end(), is_ink);
  if (top == rows.end()) return {};
  const auto bottom = std::find_if(rows.rbegin(), rows.rend(), is_ink).base();
  const auto left = std::find_if(columns.begin(), columns.end(), is_ink);
  const auto right = std::find_if(columns.rbegin(), columns.rend(), is_ink).base();
  return {offset(columns.begin(), left), offset(rows.begin(), top), offset(left, right),
          offset(top, bottom)};
}

std::size_t count_ink(const GrayImage& image, std::uint8_t threshold) {
  std::size_t count = 0;
  for (int y = 0; y < image.height; ++y) {
    std::uint32_t in_row = 0;  // narrower than the total, for twice the lanes of a vector
    for (const std::uint8_t pixel : image.row(y)) in_row += pixel > threshold ? 1U : 0U;
    count += in_row;
  }
  return count;
}

GrayImage crop(const GrayImage& image, const Rect& rect) {
  assert(!rect.empty());
  assert(rect.x >= 0 && rect.x + rect.width <= image.width);
  assert(rect.y >= 0 && rect.y + rect.height <= image.height);
  GrayImage part = blank_image(rect.width, rect.height);
  for (int y = 0; y < rect.height; ++y) {
    const auto from = image.row(rect.y + y).subspan(static_cast<std::size_t>(rect.x));
    std::copy_n(from.begin(), rect.width, part.row(y).begin());
  }
  return part;
}

GrayImage resize_area(const GrayImage& image, int width, int height) {
  GrayImage resized = blank_image(width, height);
  const auto area = static_cast<std::uint64_t>(image.pixels.size());
  std::vector<std::uint32_t> column_sums(static_cast<std::size_t>(image.width));
  for (int y = 0; y < height; ++y) {
    std::fill(column_sums.begin(), column_sums.end(), 0U);
    for_each_overlap(y, height, image.height, [&](int source, std::uint32_t weight) {
      add_weighted(image.row(source), weight, column_sums);
    });
    for (int x = 0; x < width; ++x) {
      std::uint64_t sum = 0;
      for_each_overlap(x, width, image.width, [&](int source, std::uint32_t weight) {
        sum += std::uint64_t{weight} * column_sums[static_cast<std::size_t>(source)];
      });
      resized.at(x, y) = static_cast<std::uint8_t>((sum + area / 2) / area);
    }
  }
  return resized;
}

GrayImage repeat_pixels(const GrayImage& image, int factor) {
  assert(factor > 0);
  GrayImage repeated = blank_image(image.width * factor, image.height * factor);
  auto out = repeated.pixels.begin();
  for (int y = 0; y < image.height; ++y) {
    const auto first_row = out;
    for (const std::uint8_t pixel : image.row(y)) out = std::fill_n(out, factor, pixel);
    for (int copy = 1; copy < factor; ++copy) out = std::copy_n(first_row, repeated.width, out);
  }
  return repeated;
}

}  // namespace atelier::core
