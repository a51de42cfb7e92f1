// SPDX-License-Identifier: MIT
#include "core/sha256.hpp"

#include <algorithm>
#include <bit>

namespace atelier::core {
namespace {

using Word = std::uint32_t;

// FIPS 180-4, 4.2.2: fractional parts of the cube roots of the first 64 primes.
constexpr std::array<Word, 64> kRoundConstants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

constexpr Word small_sigma_0(Word x) { return std::rotr(x, 7) ^ std::rotr(x, 18) ^ (x >> 3); }
constexpr Word small_sigma_1(Word x) { return std::rotr(x, 17) ^ std::rotr(x, 19) ^ (x >> 10); }
constexpr Word big_sigma_0(Word x) { return std::rotr(x, 2) ^ std::rotr(x, 13) ^ std::rotr(x, 22); }
constexpr Word big_sigma_1(Word x) { return std::rotr(x, 6) ^ std::rotr(x, 11) ^ std::rotr(x, 25); }
constexpr Word choose(Word x, Word y, Word z) { return z ^ (x & (y ^ z)); }
constexpr Word majority(Word x, Word y, Word z) { return (x & y) | (z & (x | y)); }

// One round, without the shuffle of the eight working variables at its end: the caller passes them
// in turned order instead, and no variable is ever copied. `input` is the round's constant plus
// its message word.
constexpr void mix(Word a, Word b, Word c, Word& d, Word e, Word f, Word g, Word& h, Word input) {
  const Word t = h + big_sigma_1(e) + choose(e, f, g) + input;
  d += t;
  h = t + big_sigma_0(a) + majority(a, b, c);
}

}  // namespace

void Sha256::update(std::span<const std::byte> bytes) {
  bytes_total_ += bytes.size();
  if (pending_bytes_ > 0) {
    const auto taken = std::min(bytes.size(), kBlockBytes - pending_bytes_);
    std::copy_n(bytes.begin(), taken,
                pending_.begin() + static_cast<std::ptrdiff_t>(pending_bytes_));
    pending_bytes_ += taken;
    bytes = bytes.subspan(taken);
    if (pending_bytes_ < kBlockBytes) return;
    compress(pending_);
    pending_bytes_ = 0;
  }
  for (; bytes.size() >= kBlockBytes; bytes = bytes.subspan(kBlockBytes)) {
    compress(bytes.first<kBlockBytes>());
  }
  std::copy(bytes.begin(), bytes.end(), pending_.begin());
  pending_bytes_ = bytes.size();
}

Sha256Digest Sha256::finish() {
  // FIPS 180-4, 5.1.1: a one bit, zeros up to the last eight bytes of a block, the length in bits.
  constexpr std::size_t kLengthBytes = 8;
  const std::uint64_t bits_total = bytes_total_ * 8;
  std::array<std::byte, kBlockBytes + kLengthBytes> padding{std::byte{0x80}};
  const auto zeros_end = (kBlockBytes * 2 - kLengthBytes - pending_bytes_ - 1) % kBlockBytes + 1;
  for (std::size_t i = 0; i < kLengthBytes; ++i) {
    padding[zeros_end + i] = static_cast<std::byte>(bits_total >> (8 * (kLengthBytes - 1 - i)));
  }
  update(std::span(padding).first(zeros_end + kLengthBytes));

  Sha256Digest digest{};
  for (std::size_t i = 0; i < digest.size(); ++i) {
    digest[i] = static_cast<std::uint8_t>(state_[i / 4] >> (8 * (3 - i % 4)));
  }
  return digest;
}

void Sha256::compress(std::span<const std::byte, kBlockBytes> block) {
  // The 64 message words are made in place, 16 at a time: word t is needed up to word t + 16.
  std::array<Word, 16> words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    words[i] =
        std::to_integer<Word>(block[4 * i]) << 24 | std::to_integer<Word>(block[4 * i + 1]) << 16 |
        std::to_integer<Word>(block[4 * i + 2]) << 8 | std::to_integer<Word>(block[4 * i + 3]);
  }

  auto [a, b, c, d, e, f, g, h] = state_;
  // Unrolled whole, every index is a constant, and all words live in registers.
#pragma GCC unroll 4
  for (std::size_t first = 0; first < kRoundConstants.size(); first += words.size()) {
    if (first > 0) {
#pragma GCC unroll 16
      for (std::size_t i = 0; i < words.size(); ++i) {
        words[i] += small_sigma_0(words[(i + 1) % 16]) + words[(i + 9) % 16] +
                    small_sigma_1(words[(i + 14) % 16]);
      }
    }
#pragma GCC unroll 2
    for (std::size_t i = 0; i < words.size(); i += 8) {
      const Word* const k = &kRoundConstants[first + i];
      const Word* const w = &words[i];
      mix(a, b, c, d, e, f, g, h, k[0] + w[0]);
      mix(h, a, b, c, d, e, f, g, k[1] + w[1]);
      mix(g, h, a, b, c, d, e, f, k[2] + w[2]);
      mix(f, g, h, a, b, c, d, e, k[3] + w[3]);
      mix(e, f, g, h, a, b, c, d, k[4] + w[4]);
      mix(d, e, f, g, h, a, b, c, k[5] + w[5]);
      mix(c, d, e, f, g, h, a, b, k[6] + w[6]);
      mix(b, c, d, e, f, g, h, a, k[7] + w[7]);
    }
  }
  const std::array<Word, 8> mixed = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < state_.size(); ++i) state_[i] += mixed[i];
}

std::string to_hex(const Sha256Digest& digest) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  return hex;
}

}  // namespace atelier::core
