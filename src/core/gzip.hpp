// SPDX-License-Identifier: MIT
// core/gzip.hpp: gzip (RFC 1952) that is inflated while it downloads, over zlib.
//
// Feed pieces of any size, from empty to the whole file; the output comes out at once, as far as
// the pieces allow, and is the same however the file was cut. CRC-32 and length of every member
// are checked. Concatenated members count as one file, as for gzip(1). Zero bytes after the last
// member are the padding of block devices and are ignored, as there; anything else is damage,
// where gzip(1) only warns.
//
//   GzipInflater inflater(64 << 20);
//   const auto sink = [&](std::span<const std::byte> bytes) { return reader.feed(bytes); };
//   for (each piece) if (auto fed = inflater.feed(piece, sink); !fed) return fed.error();
//   if (auto whole = inflater.finish(); !whole) return whole.error();
//
// Errors: kHtmlInsteadOfData (the first bytes are markup: the web server's page for a missing
// file), kNotGzip (they are something else), kGzipDamaged (zlib found a contradiction, or garbage
// follows a member), kGzipTruncated (finish() before the end, or no byte at all), kTooLarge (more
// than max_output_bytes come out), kOutOfMemory (zlib got none). What came out before an error was
// right as far as its bytes go, but its checksum was never reached.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "core/result.hpp"

namespace atelier::core {

class GzipInflater {
 public:
  // Takes some bytes of output, at most 64 KiB at once, valid during the call only. Its error ends
  // the inflating and is handed through.
  using Sink = std::function<Result<void>(std::span<const std::byte>)>;

  // Memory: about 110 KiB, whatever the limit. Not one byte beyond max_output_bytes comes out.
  explicit GzipInflater(std::uint64_t max_output_bytes);
  ~GzipInflater();
  // What was moved from may only be destroyed or assigned to.
  GzipInflater(GzipInflater&&) noexcept;
  GzipInflater& operator=(GzipInflater&&) noexcept;

  // Inflates the next piece. After an error, feed() and finish() return that error for ever.
  Result<void> feed(std::span<const std::byte> piece, const Sink& sink);

  // There are no more pieces: was that the whole file?
  Result<void> finish();

 private:
  struct Impl;  // keeps zlib.h out of here; zlib's stream must not move in memory
  std::unique_ptr<Impl> impl_;
};

// A whole file at once. Grows with the output and not by what the file promises.
Result<std::vector<std::byte>> gunzip(std::span<const std::byte> file,
                                      std::uint64_t max_output_bytes);

}  // namespace atelier::core
