// SPDX-License-Identifier: MIT
// core/sample_pictures.hpp: what many samples look like together. Everywhere the indices must be
// less than dataset.count(), and may repeat.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "core/dataset.hpp"
#include "core/image.hpp"

namespace atelier::core {

// 28x28: the mean of each pixel, rounded to nearest (a half up). Black for no samples.
[[nodiscard]] GrayImage mean_image(const DatasetView& dataset,
                                   std::span<const std::uint32_t> indices);

// How many pixels of these samples have each gray.
using GrayHistogram = std::array<std::uint64_t, 256>;
[[nodiscard]] GrayHistogram gray_histogram(const DatasetView& dataset,
                                           std::span<const std::uint32_t> indices);

// Side by side without gaps, row by row, `columns` a row and as many rows as that takes; what is
// left of the last one is black. There must be a sample and a column.
[[nodiscard]] GrayImage contact_sheet(const DatasetView& dataset,
                                      std::span<const std::uint32_t> indices, int columns);

}  // namespace atelier::core
