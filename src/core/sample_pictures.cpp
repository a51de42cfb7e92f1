// SPDX-License-Identifier: MIT
#include "core/sample_pictures.hpp"

#include <algorithm>
#include <cassert>

namespace atelier::core {

GrayImage mean_image(const DatasetView& dataset, std::span<const std::uint32_t> indices) {
  GrayImage mean = blank_image(kSampleSide, kSampleSide);
  if (indices.empty()) return mean;
  // 32 bits hold the sum of 16 million pixels.
  std::array<std::uint32_t, kSamplePixels> sums{};
  for (const std::uint32_t index : indices) {
    const SamplePixels image = dataset.image(index);
    for (std::size_t k = 0; k < kSamplePixels; ++k) sums[k] += image[k];
  }
  const auto count = static_cast<std::uint32_t>(indices.size());
  std::transform(sums.begin(), sums.end(), mean.pixels.begin(), [=](std::uint32_t sum) {
    return static_cast<std::uint8_t>((sum + count / 2) / count);
  });
  return mean;
}

GrayHistogram gray_histogram(const DatasetView& dataset, std::span<const std::uint32_t> indices) {
  GrayHistogram histogram{};
  for (const std::uint32_t index : indices) {
    for (const std::uint8_t gray : dataset.image(index)) ++histogram[gray];
  }
  return histogram;
}

GrayImage contact_sheet(const DatasetView& dataset, std::span<const std::uint32_t> indices,
                        int columns) {
  assert(columns > 0 && !indices.empty());
  const auto count = static_cast<int>(indices.size());
  const int rows = (count + columns - 1) / columns;
  GrayImage sheet = blank_image(columns * kSampleSide, rows * kSampleSide);
  for (int tile = 0; tile < count; ++tile) {
    const SamplePixels image = dataset.image(indices[static_cast<std::size_t>(tile)]);
    const auto left = static_cast<std::ptrdiff_t>(tile % columns) * kSampleSide;
    for (int y = 0; y < kSampleSide; ++y) {
      const auto source = image.begin() + static_cast<std::ptrdiff_t>(y) * kSampleSide;
      std::copy_n(source, kSampleSide, sheet.row(tile / columns * kSampleSide + y).begin() + left);
    }
  }
  return sheet;
}

}  // namespace atelier::core
