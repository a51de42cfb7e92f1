// SPDX-License-Identifier: MIT
// Why: what the packing loses, no undo brings back.
#include "core/difference.hpp"

#include <catch_amalgamated.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/core/naive.hpp"

using atelier::core::pack_difference;
using atelier::core::toggle_difference;
using Bytes = std::vector<std::uint8_t>;

TEST_CASE("a difference leads from before to after and back", "[core][difference]") {
  naive::Random random(60);
  for (int round = 0; round < 400; ++round) {
    Bytes before;
    Bytes after;
    // Stretches of all lengths around the longest, changed alike, changed by noise, or not at all.
    for (int stretch = random.below(8); stretch >= 0; --stretch) {
      const int kind = random.below(3);
      const std::uint8_t bits = random.gray();
      for (int k = random.below(300); k > 0; --k) {
        before.push_back(random.gray());
        const std::uint8_t change = kind == 0 ? std::uint8_t{0} : kind == 1 ? bits : random.gray();
        after.push_back(static_cast<std::uint8_t>(before.back() ^ change));
      }
    }
    const Bytes packed = pack_difference(before, after);
    Bytes pixels = before;
    toggle_difference(pixels, packed);
    REQUIRE(pixels == after);
    toggle_difference(pixels, packed);
    REQUIRE(pixels == before);
  }
}

TEST_CASE("noise takes hardly more than a byte a pixel, and a plain change next to none",
          "[core][difference]") {
  naive::Random random(61);
  constexpr std::size_t kCount = 100'000;
  const Bytes black(kCount);
  Bytes noise;
  while (noise.size() < kCount) noise.push_back(random.gray());
  CHECK(pack_difference(black, noise).size() <= kCount + kCount / 100);
  CHECK(pack_difference(black, Bytes(kCount, 77)).size() < kCount / 60);

  // The worst that can be thought of: pairs that are the same, and one between that is not.
  Bytes pairs;
  while (pairs.size() < kCount) pairs.push_back(pairs.size() % 3 == 2 ? 9 : 5);
  CHECK(pack_difference(black, pairs).size() <= kCount + kCount / 100);
  Bytes triples;  // which are worth a stretch of their own
  while (triples.size() < kCount) triples.push_back(triples.size() % 4 == 3 ? 9 : 5);
  CHECK(pack_difference(black, triples).size() <= kCount + kCount / 100);
}
