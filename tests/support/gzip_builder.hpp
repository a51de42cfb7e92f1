// SPDX-License-Identifier: MIT
// tests/support/gzip_builder.hpp: gzip files to order, compressed by zlib.
#pragma once

#include <zlib.h>

#include <cassert>
#include <cstddef>
#include <span>
#include <string>

#include "tests/support/bytes.hpp"

namespace atelier::test {

struct GzipSpec {
  int level = 9;                      // 0 (stored) to 9
  int strategy = Z_DEFAULT_STRATEGY;  // or Z_FIXED, ...
  // Optional header fields; left out while empty or false.
  std::string extra{};
  std::string name{};
  std::string comment{};
  bool header_crc = false;
};

inline ByteVector gzip(std::span<const std::byte> payload, GzipSpec spec = {}) {
  z_stream stream{};
  [[maybe_unused]] int status =
      deflateInit2(&stream, spec.level, Z_DEFLATED, 15 + 16, 8, spec.strategy);
  assert(status == Z_OK);

  const auto field = [](std::string& text) {
    return text.empty() ? nullptr : reinterpret_cast<Bytef*>(text.data());
  };
  gz_header header{};
  header.os = 3;
  header.extra = field(spec.extra);
  header.extra_len = static_cast<uInt>(spec.extra.size());
  header.name = field(spec.name);
  header.comment = field(spec.comment);
  header.hcrc = spec.header_crc ? 1 : 0;
  deflateSetHeader(&stream, &header);

  ByteVector file(deflateBound(&stream, static_cast<uLong>(payload.size())) + 512);
  // zlib only reads its input, whatever the type says without ZLIB_CONST.
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(payload.data()));
  stream.avail_in = static_cast<uInt>(payload.size());
  stream.next_out = reinterpret_cast<Bytef*>(file.data());
  stream.avail_out = static_cast<uInt>(file.size());
  status = deflate(&stream, Z_FINISH);
  assert(status == Z_STREAM_END);
  file.erase(file.end() - static_cast<std::ptrdiff_t>(stream.avail_out), file.end());
  deflateEnd(&stream);
  return file;
}

}  // namespace atelier::test
