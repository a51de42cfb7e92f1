// SPDX-License-Identifier: MIT
// Bits that differ, row after row, as stretches: a byte with the length less one, whose highest bit
// says whether one byte of bits follows that holds for all of the stretch, or one for each pixel.
#include "core/difference.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace atelier::core {
namespace {

constexpr std::uint8_t kSame = 0x80;
constexpr std::size_t kLongest = 128;
// Two pixels that are the same cost as much either way; to break off for them would cost more.
constexpr std::size_t kWorthwhile = 3;

}  // namespace

std::vector<std::uint8_t> pack_difference(std::span<const std::uint8_t> before,
                                          std::span<const std::uint8_t> after) {
  assert(before.size() == after.size());
  const std::size_t count = before.size();
  const auto bits_of = [&](std::size_t pixel) {
    return static_cast<std::uint8_t>(before[pixel] ^ after[pixel]);
  };
  const auto same_from = [&](std::size_t pixel) {
    std::size_t next = pixel + 1;
    while (next < count && next - pixel < kLongest && bits_of(next) == bits_of(pixel)) ++next;
    return next - pixel;
  };
  std::vector<std::uint8_t> packed;
  const auto put_each = [&](std::size_t from, std::size_t to) {
    while (from < to) {
      const std::size_t length = std::min(to - from, kLongest);
      packed.push_back(static_cast<std::uint8_t>(length - 1));
      for (std::size_t k = 0; k < length; ++k) packed.push_back(bits_of(from + k));
      from += length;
    }
  };
  std::size_t first = 0;  // of those that have not been packed
  std::size_t pixel = 0;
  while (pixel < count) {
    const std::size_t same = same_from(pixel);
    if (same >= kWorthwhile) {
      put_each(first, pixel);
      packed.push_back(static_cast<std::uint8_t>(kSame | (same - 1)));
      packed.push_back(bits_of(pixel));
      first = pixel + same;
    }
    pixel += same;
  }
  put_each(first, count);
  packed.shrink_to_fit();
  return packed;
}

bool is_difference(std::span<const std::uint8_t> packed, std::size_t pixel_count) {
  std::size_t pixels = 0;
  std::size_t at = 0;
  while (at < packed.size()) {
    const std::size_t length = (packed[at] & 0x7FU) + 1U;
    at += 1 + ((packed[at] & kSame) != 0 ? 1 : length);
    pixels += length;
  }
  return at == packed.size() && pixels == pixel_count;
}

void toggle_difference(std::span<std::uint8_t> pixels, std::span<const std::uint8_t> packed) {
  std::size_t pixel = 0;
  std::size_t at = 0;
  while (at < packed.size()) {
    const std::uint8_t head = packed[at++];
    const bool same = (head & kSame) != 0;
    const std::size_t end = pixel + (head & 0x7FU) + 1;
    assert(end <= pixels.size());
    for (; pixel < end; ++pixel) {
      pixels[pixel] ^= packed[at];
      if (!same) ++at;
    }
    if (same) ++at;
  }
}

}  // namespace atelier::core
