// SPDX-License-Identifier: MIT
#include "core/gaussian_blur.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace atelier::core {
namespace {

constexpr int kOne = 1 << 14;  // weights are parts of it

// The right half of the kernel with its middle, out to three standard deviations. All of it sums to
// kOne, so that a plain area keeps its gray.
std::vector<int> half_kernel(float sigma) {
  std::vector<int> weights;
  float sum = -1.0F;
  const int reach = std::max(1, static_cast<int>(std::ceil(3.0F * sigma)));
  const auto height = [&](int k) {
    const float z = static_cast<float>(k) / sigma;
    return std::exp(-z * z / 2.0F);
  };
  for (int k = 0; k <= reach; ++k) sum += 2.0F * height(k);
  int rest = kOne;
  for (int k = 0; k <= reach; ++k) {
    weights.push_back(static_cast<int>(height(k) / sum * static_cast<float>(kOne) + 0.5F));
    if (k > 0) rest -= 2 * weights.back();
  }
  weights.front() = rest;
  return weights;
}

// `count` pixels, one every `step`.
void blur_line(const std::uint8_t* from, std::uint8_t* to, int count, std::ptrdiff_t step,
               const std::vector<int>& weights) {
  const auto reach = static_cast<int>(weights.size()) - 1;
  for (int x = 0; x < count; ++x) {
    int sum = kOne / 2;
    for (int k = std::max(-reach, -x); k <= std::min(reach, count - 1 - x); ++k) {
      sum += weights[static_cast<std::size_t>(std::abs(k))] * from[(x + k) * step];
    }
    to[x * step] = static_cast<std::uint8_t>(sum / kOne);
  }
}

}  // namespace

GrayImage blurred(const GrayImage& image, float deviation) {
  assert(deviation > 0);
  const std::vector<int> weights = half_kernel(deviation);
  GrayImage across = image;
  GrayImage result = image;
  for (int y = 0; y < image.height; ++y) {
    blur_line(&image.pixels[image.index(0, y)], &across.pixels[image.index(0, y)], image.width, 1,
              weights);
  }
  for (int x = 0; x < image.width; ++x) {
    blur_line(&across.pixels[image.index(x, 0)], &result.pixels[image.index(x, 0)], image.height,
              image.width, weights);
  }
  return result;
}

}  // namespace atelier::core
