// SPDX-License-Identifier: MIT
#include "core/pair_search.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

#include "core/dataset.hpp"

namespace atelier::core {
namespace {

constexpr std::size_t kLanes = 16;
constexpr std::size_t kBlocksAStep = 8;
// What rounding may take away from a lower bound.
constexpr float kSafety = 0.999F;

bool is_closer(const Pair& a, const Pair& b) {
  if (a.distance != b.distance) return a.distance < b.distance;
  return std::pair(a.first, a.second) < std::pair(b.first, b.second);
}

}  // namespace

PairSearch::PairSearch(std::span<const float> points, std::size_t size, std::size_t most,
                       SquaredDistance exact)
    : count_(points.size() / size), size_(size), most_(most), exact_(std::move(exact)) {
  assert(points.size() % size == 0 && most > 0);
  const std::size_t blocks = (count_ + kLanes - 1) / kLanes;
  // The lanes behind the last point are far from everything.
  blocks_.assign(blocks * size * kLanes, std::numeric_limits<float>::infinity());
  for (std::size_t k = 0; k < count_; ++k) {
    for (std::size_t d = 0; d < size; ++d) {
      blocks_[(k / kLanes * size + d) * kLanes + k % kLanes] = points[k * size + d];
    }
  }
}

void PairSearch::step() {
  std::vector<float> point(size_);
  const std::size_t end = std::min(next_ + kBlocksAStep * kLanes, count_);
  for (; next_ < end; ++next_) {
    const float* lane = &blocks_[next_ / kLanes * size_ * kLanes + next_ % kLanes];
    for (std::size_t d = 0; d < size_; ++d) point[d] = lane[d * kLanes];
    for (std::size_t first = 0; first < next_; first += kLanes) {
      const float* block = &blocks_[first * size_];
      std::array<float, kLanes> squared{};
      for (std::size_t d = 0; d < size_; ++d) {
        for (std::size_t k = 0; k < kLanes; ++k) {
          const float apart = block[d * kLanes + k] - point[d];
          squared[k] += apart * apart;
        }
      }
      const bool full = heap_.size() == most_;
      const float limit = full ? heap_.front().distance : std::numeric_limits<float>::infinity();
      for (std::size_t k = 0; k < std::min(kLanes, next_ - first); ++k) {
        const bool in_the_running = exact_ ? squared[k] * kSafety <= limit : squared[k] <= limit;
        if (!in_the_running) continue;
        const auto other = static_cast<std::uint32_t>(first + k);
        const auto one = static_cast<std::uint32_t>(next_);
        consider(other, one, exact_ ? exact_(other, one) : squared[k]);
      }
    }
  }
}

void PairSearch::consider(std::uint32_t first, std::uint32_t second, float squared) {
  const Pair pair{first, second, squared};
  if (heap_.size() == most_) {
    if (!is_closer(pair, heap_.front())) return;
    std::pop_heap(heap_.begin(), heap_.end(), is_closer);
    heap_.back() = pair;
  } else {
    heap_.push_back(pair);
  }
  std::push_heap(heap_.begin(), heap_.end(), is_closer);
}

float PairSearch::progress() const {
  if (count_ == 0) return 1;
  const float share = static_cast<float>(next_) / static_cast<float>(count_);
  return share * share;  // each point is compared with those before it
}

std::vector<Pair> PairSearch::pairs() const {
  std::vector<Pair> sorted = heap_;
  std::sort(sorted.begin(), sorted.end(), is_closer);
  for (Pair& pair : sorted) pair.distance = std::sqrt(pair.distance);
  return sorted;
}

std::vector<float> sketches(std::span<const std::uint8_t> pixels) {
  constexpr std::size_t kPart = 4;  // pixels a side
  constexpr std::size_t kParts = kSampleSide / kPart;
  static_assert(kParts * kParts == kSketchSize);
  const std::size_t count = pixels.size() / kSamplePixels;
  std::vector<float> sums(count * kSketchSize);
  for (std::size_t k = 0; k < count; ++k) {
    for (std::size_t at = 0; at < kSamplePixels; ++at) {
      const std::size_t part = at / kSampleSide / kPart * kParts + at % kSampleSide / kPart;
      // (sum of n differences)^2 <= n * (sum of their squares)
      sums[k * kSketchSize + part] +=
          static_cast<float>(pixels[k * kSamplePixels + at]) / static_cast<float>(kPart);
    }
  }
  return sums;
}

PairSearch::SquaredDistance pixel_distance(std::span<const std::uint8_t> pixels) {
  return [pixels](std::uint32_t first, std::uint32_t second) {
    const auto a = pixels.subspan(first * kSamplePixels, kSamplePixels);
    const auto b = pixels.subspan(second * kSamplePixels, kSamplePixels);
    int sum = 0;
    for (std::size_t at = 0; at < kSamplePixels; ++at) {
      const int apart = int{a[at]} - int{b[at]};
      sum += apart * apart;
    }
    return static_cast<float>(sum);
  };
}

}  // namespace atelier::core
