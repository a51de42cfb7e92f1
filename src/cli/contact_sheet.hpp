// SPDX-License-Identifier: MIT
// cli/contact_sheet.hpp: which samples a picture of many shows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/dataset.hpp"
#include "core/result.hpp"

namespace atelier::cli {

// Samples in the order in which they are laid out: row by row, `columns` a row.
struct SheetPlan {
  std::size_t columns = 0;
  std::vector<std::uint32_t> indices;
};

// 30 x 30, as the picture in the dataset's README: three rows a class, the first images of each in
// file order. kTooFewImages if a class has less than 90.
core::Result<SheetPlan> plan_class_sheet(const core::DatasetView& dataset);

// 100 x 100: the first 10,000 images in file order. kTooFewImages if there are less.
core::Result<SheetPlan> plan_whole_sheet(const core::DatasetView& dataset);

}  // namespace atelier::cli
