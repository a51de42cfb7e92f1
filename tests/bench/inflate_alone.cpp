// SPDX-License-Identifier: MIT
// The product's own inflater in a module of its own, linked from the objects that the product is
// linked from: what decoding costs without SHA-256 and IDX.
#include <emscripten/emscripten.h>

#include <vector>

#include "core/gzip.hpp"

// Returns how many bytes come out of a gzip file; 0 for an error. The file is fed in pieces, as it
// would arrive.
extern "C" EMSCRIPTEN_KEEPALIVE std::size_t inflate_alone(const std::byte* bytes,
                                                          std::size_t byte_count,
                                                          std::size_t piece_bytes) {
  constexpr std::size_t kMaxBytes = std::size_t{8} << 20;
  std::vector<std::byte> unpacked;
  unpacked.reserve(kMaxBytes);
  const auto sink = [&](std::span<const std::byte> piece) -> atelier::core::Result<void> {
    unpacked.insert(unpacked.end(), piece.begin(), piece.end());
    return {};
  };
  atelier::core::GzipInflater inflater(kMaxBytes);
  for (std::span file{bytes, byte_count}; !file.empty();) {
    const auto piece = file.first(std::min(piece_bytes, file.size()));
    if (!inflater.feed(piece, sink)) return 0;
    file = file.subspan(piece.size());
  }
  return inflater.finish() ? unpacked.size() : 0;
}
