// SPDX-License-Identifier: MIT
// Why: the search leaves out what cannot be among the closest; what it leaves out must never be
// something that is.
#include "core/pair_search.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <vector>

#include "core/dataset.hpp"
#include "tests/core/naive.hpp"

using namespace atelier::core;

namespace {

std::vector<Pair> search(PairSearch&& pairs) {
  float before = 0;
  while (!pairs.done()) {
    pairs.step();
    CHECK(pairs.progress() > before);
    before = pairs.progress();
  }
  CHECK(pairs.progress() == 1);
  return pairs.pairs();
}

// Every pair, measured in full and sorted.
template <typename Number>
std::vector<Pair> naive_pairs(const std::vector<Number>& points, std::size_t size,
                              std::size_t most) {
  std::vector<Pair> pairs;
  const std::size_t count = points.size() / size;
  for (std::uint32_t a = 0; a < count; ++a) {
    for (std::uint32_t b = a + 1; b < count; ++b) {
      double sum = 0;
      for (std::size_t d = 0; d < size; ++d) {
        const double apart = double(points[a * size + d]) - double(points[b * size + d]);
        sum += apart * apart;
      }
      pairs.push_back({a, b, static_cast<float>(std::sqrt(sum))});
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return std::tie(a.distance, a.first, a.second) < std::tie(b.distance, b.first, b.second);
  });
  pairs.resize(std::min(most, pairs.size()));
  return pairs;
}

void check_same(const std::vector<Pair>& found, const std::vector<Pair>& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t k = 0; k < found.size(); ++k) {
    CAPTURE(k);
    CHECK(found[k].first == expected[k].first);
    CHECK(found[k].second == expected[k].second);
    CHECK(found[k].distance == Catch::Approx(expected[k].distance).epsilon(1e-5));
  }
}

}  // namespace

TEST_CASE("the closest points are those of the naive search", "[core][pairs]") {
  const std::size_t count = GENERATE(1U, 2U, 16U, 17U, 300U);
  naive::Random random(7);
  std::vector<float> points(count * 5);
  for (float& number : points) number = random.between(-1, 1);
  check_same(search(PairSearch(points, 5, 40)), naive_pairs(points, 5, 40));
}

TEST_CASE("the closest images are those of the naive search, though most are never compared",
          "[core][pairs]") {
  constexpr std::size_t kCount = 200;
  naive::Random random(11);
  std::vector<std::uint8_t> pixels;
  std::vector<std::uint8_t> image(kSamplePixels);
  for (std::size_t k = 0; k < kCount; ++k) {
    // Every third is the one before it, with some noise.
    if (k % 3 == 0) std::generate(image.begin(), image.end(), [&] { return random.gray(); });
    for (int flaw = 0; flaw < 30; ++flaw) image[std::size_t(random.below(784))] = random.gray();
    pixels.insert(pixels.end(), image.begin(), image.end());
  }
  std::size_t compared = 0;
  const auto exact = pixel_distance(pixels);
  const auto counting = [&](std::uint32_t a, std::uint32_t b) {
    ++compared;
    return exact(a, b);
  };
  const auto found = search(PairSearch(sketches(pixels), kSketchSize, 50, counting));
  check_same(found, naive_pairs(pixels, kSamplePixels, 50));
  CHECK(compared < kCount * kCount / 8);
}

TEST_CASE("a sketch never says that images are farther apart than they are", "[core][pairs]") {
  naive::Random random(3);
  std::vector<std::uint8_t> pixels(2 * kSamplePixels);
  for (int round = 0; round < 50; ++round) {
    for (std::uint8_t& pixel : pixels) pixel = random.below(3) == 0 ? random.gray() : 0;
    const auto numbers = sketches(pixels);
    float squared = 0;
    for (std::size_t d = 0; d < kSketchSize; ++d) {
      const float apart = numbers[d] - numbers[kSketchSize + d];
      squared += apart * apart;
    }
    CHECK(squared <= pixel_distance(pixels)(0, 1));
  }
  // And it is the distance itself where each part is of one gray.
  std::fill_n(pixels.begin(), kSamplePixels, std::uint8_t{10});
  std::fill(pixels.begin() + kSamplePixels, pixels.end(), std::uint8_t{12});
  const auto numbers = sketches(pixels);
  CHECK(numbers[kSketchSize] - numbers[0] == 8);  // 4 * (12 - 10)
  CHECK(pixel_distance(pixels)(0, 1) == 784 * 4);
}
