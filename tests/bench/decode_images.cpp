// SPDX-License-Identifier: MIT
// The product's own decoder in a module of its own, linked from the objects that the product is
// linked from: what it costs to turn a file of images into images, without the SHA-256 that says
// whether they are the official ones.
#include <emscripten/emscripten.h>

#include <algorithm>

#include "core/gzip.hpp"
#include "core/idx.hpp"

// Returns how many pixels come out of a gzip file of IDX images; 0 for an error. The file is fed
// in pieces, as it would arrive.
extern "C" EMSCRIPTEN_KEEPALIVE std::size_t decode_images(const std::byte* bytes,
                                                          std::size_t byte_count,
                                                          std::size_t piece_bytes) {
  using namespace atelier::core;
  constexpr std::size_t kMaxBytes = std::size_t{8} << 20;
  IdxImagesReader reader;
  GzipInflater inflater(kMaxBytes);
  for (std::span file{bytes, byte_count}; !file.empty();) {
    const auto piece = file.first(std::min(piece_bytes, file.size()));
    const auto fed = inflater.feed(piece, [&](auto unpacked) { return reader.feed(unpacked); });
    if (!fed) return 0;
    file = file.subspan(piece.size());
  }
  if (!inflater.finish() || !reader.finish()) return 0;
  return reader.take().pixels.size();
}
