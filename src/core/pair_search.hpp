// SPDX-License-Identifier: MIT
// core/pair_search.hpp: the pairs of points that lie closest to each other among thousands: each is
// compared with each, a slice at a time.
//
//   PairSearch search(points, size, 100);
//   while (!search.done()) search.step();
//   search.pairs();
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace atelier::core {

struct Pair {
  std::uint32_t first{}, second{};  // first < second
  float distance{};                 // Euclidean
  bool operator==(const Pair&) const = default;
};

class PairSearch {
 public:
  // The squared distance of two points, slow and exact.
  using SquaredDistance = std::function<float(std::uint32_t, std::uint32_t)>;

  // `points` [N, size]; keeps the `most` closest pairs. With `exact`, `points` are sketches: theirs
  // may be less than the exact distance, but never more, and only what the sketches leave in the
  // running is measured exactly.
  PairSearch(std::span<const float> points, std::size_t size, std::size_t most,
             SquaredDistance exact = nullptr);

  // Compares a few more points with all before them.
  void step();
  [[nodiscard]] bool done() const { return next_ >= count_; }
  // Share of the comparisons that are done, 0..1.
  [[nodiscard]] float progress() const;
  // The closest first, of equal ones the first.
  [[nodiscard]] std::vector<Pair> pairs() const;

 private:
  void consider(std::uint32_t first, std::uint32_t second, float squared);

  std::size_t count_;
  std::size_t size_;
  std::size_t most_;
  SquaredDistance exact_;
  std::vector<float> blocks_;  // [N / 16, size, 16], so that 16 distances grow side by side
  std::size_t next_ = 0;       // the first point of the next slice
  std::vector<Pair> heap_;     // squared distances, the largest first
};

// For images of 28x28, `pixels` [N, 784]: sketches of 49 numbers each, sums of 4x4 pixels scaled so
// that their distance is a lower bound of the images' (by Cauchy and Schwarz), and the exact one.
inline constexpr std::size_t kSketchSize = 49;
[[nodiscard]] std::vector<float> sketches(std::span<const std::uint8_t> pixels);
[[nodiscard]] PairSearch::SquaredDistance pixel_distance(std::span<const std::uint8_t> pixels);

}  // namespace atelier::core
