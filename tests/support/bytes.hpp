// SPDX-License-Identifier: MIT
// tests/support/bytes.hpp: byte strings for tests of file formats.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace atelier::test {

using ByteVector = std::vector<std::byte>;

inline ByteVector bytes_of(std::string_view text) {
  const auto bytes = std::as_bytes(std::span(text.data(), text.size()));
  return {bytes.begin(), bytes.end()};
}

inline ByteVector bytes_of(std::span<const std::uint8_t> values) {
  const auto bytes = std::as_bytes(values);
  return {bytes.begin(), bytes.end()};
}

template <typename... Parts>
ByteVector concat(const Parts&... parts) {
  ByteVector whole;
  (whole.insert(whole.end(), parts.begin(), parts.end()), ...);
  return whole;
}

// Bytes without a pattern, the same on every machine and run (xorshift32).
inline ByteVector noise(std::size_t size, std::uint32_t seed = 1) {
  ByteVector bytes(size);
  std::uint32_t state = seed;
  for (auto& byte : bytes) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    byte = static_cast<std::byte>(state >> 24);
  }
  return bytes;
}

// Cuts `whole` into pieces of piece_size bytes, the last one perhaps shorter, and hands them to
// `feed` up to the first error.
template <typename Feed>
core::Result<void> feed_in_pieces(std::span<const std::byte> whole, std::size_t piece_size,
                                  Feed feed) {
  while (!whole.empty()) {
    const auto piece = whole.first(std::min(piece_size, whole.size()));
    if (auto fed = feed(piece); !fed) return fed;
    whole = whole.subspan(piece.size());
  }
  return {};
}

}  // namespace atelier::test
