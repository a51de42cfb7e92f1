// SPDX-License-Identifier: MIT
#include "core/background.hpp"

#include <algorithm>
#include <vector>

namespace atelier::core {
namespace {

constexpr std::uint8_t kThere = 255;

template <typename Visit>
void for_each_border_pixel(int width, int height, Visit visit) {
  for (int x = 0; x < width; ++x) {
    visit(x, 0);
    if (height > 1) visit(x, height - 1);
  }
  for (int y = 1; y + 1 < height; ++y) {
    visit(0, y);
    if (width > 1) visit(width - 1, y);
  }
}

// Marks all that can be reached from the pixels of `front`, which are marked already, and leaves
// there in what order they were.
template <typename MayPass>
void spread(GrayImage& marks, std::vector<std::uint32_t>& front, MayPass may_pass) {
  const auto width = static_cast<std::uint32_t>(marks.width);
  const auto size = static_cast<std::uint32_t>(marks.pixels.size());
  const auto reach = [&](std::uint32_t at) {
    if (marks.pixels[at] == kThere || !may_pass(at)) return;
    marks.pixels[at] = kThere;
    front.push_back(at);
  };
  for (std::size_t k = 0; k < front.size(); ++k) {
    const std::uint32_t at = front[k];
    const std::uint32_t x = at % width;
    if (x > 0) reach(at - 1);
    if (x + 1 < width) reach(at + 1);
    if (at >= width) reach(at - width);
    if (at + width < size) reach(at + width);
  }
}

void take_specks(GrayImage& background) {
  const std::size_t size = background.pixels.size();
  const auto least = static_cast<std::size_t>(kSpeck * static_cast<float>(size));
  GrayImage seen = background;
  std::vector<std::uint32_t> piece;
  for (std::uint32_t start = 0; start < size; ++start) {
    if (seen.pixels[start] == kThere) continue;
    piece.assign(1, start);
    seen.pixels[start] = kThere;
    spread(seen, piece, [&](std::uint32_t at) { return background.pixels[at] != kThere; });
    if (piece.size() >= least) continue;
    for (const std::uint32_t at : piece) background.pixels[at] = kThere;
  }
}

}  // namespace

Rgb border_color(const ColorImage& photo) {
  std::array<std::vector<std::uint8_t>, 3> values;
  for_each_border_pixel(photo.width, photo.height, [&](int x, int y) {
    const Rgb color = photo.at(x, y);
    for (std::size_t channel = 0; channel < 3; ++channel) values[channel].push_back(color[channel]);
  });
  Rgb median{};
  for (std::size_t channel = 0; channel < 3; ++channel) {
    auto& each = values[channel];
    const auto middle = each.begin() + static_cast<std::ptrdiff_t>(each.size() / 2);
    std::nth_element(each.begin(), middle, each.end());
    median[channel] = *middle;
  }
  return median;
}

GrayImage find_background(const ColorImage& photo, float tolerance) {
  const Rgb behind = border_color(photo);
  const Closeness close(tolerance);
  const auto is_behind = [&](std::uint32_t at) {
    const std::size_t k = std::size_t{3} * at;
    return close({photo.pixels[k], photo.pixels[k + 1], photo.pixels[k + 2]}, behind);
  };
  GrayImage background = blank_image(photo.width, photo.height);
  std::vector<std::uint32_t> front;
  front.reserve(background.pixels.size());
  for_each_border_pixel(photo.width, photo.height, [&](int x, int y) {
    const auto at = static_cast<std::uint32_t>(background.index(x, y));
    if (!is_behind(at)) return;
    background.pixels[at] = kThere;
    front.push_back(at);
  });
  spread(background, front, is_behind);
  take_specks(background);
  return background;
}

}  // namespace atelier::core
