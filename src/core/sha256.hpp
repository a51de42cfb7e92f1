// SPDX-License-Identifier: MIT
// core/sha256.hpp: SHA-256 (FIPS 180-4) of bytes that arrive in pieces.
//
// Ours, because browsers hide crypto.subtle from pages served over plain http, as many school
// servers do, and because it cannot hash a stream; Debian 12 has no small library for it either.
// It tells official files from other ones. It guards no secret and is not constant-time by claim.
//
//   Sha256 hash;
//   hash.update(first);
//   hash.update(second);
//   const std::string hex = to_hex(hash.finish());
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace atelier::core {

using Sha256Digest = std::array<std::uint8_t, 32>;

class Sha256 {
 public:
  // Pieces may have any size, 0 included; how the bytes are cut does not matter.
  void update(std::span<const std::byte> bytes);

  // The digest of everything so far. Ends the hash: start a new object for other bytes.
  [[nodiscard]] Sha256Digest finish();

 private:
  static constexpr std::size_t kBlockBytes = 64;

  void compress(std::span<const std::byte, kBlockBytes> block);

  // FIPS 180-4, 5.3.3: fractional parts of the square roots of the first eight primes.
  std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<std::byte, kBlockBytes> pending_{};  // a block that is not full yet
  std::size_t pending_bytes_ = 0;
  std::uint64_t bytes_total_ = 0;
};

// 64 lower-case digits.
[[nodiscard]] std::string to_hex(const Sha256Digest& digest);

}  // namespace atelier::core
