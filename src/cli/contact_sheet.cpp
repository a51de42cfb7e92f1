// SPDX-License-Identifier: MIT
#include "cli/contact_sheet.hpp"

#include <numeric>
#include <string>

namespace atelier::cli {
namespace {

using core::DatasetView;
using core::Error;
using core::ErrorCode;
using core::Result;

constexpr std::size_t kClassSheetColumns = 30;
constexpr std::size_t kRowsOfClass = 3;
constexpr std::size_t kWholeSheetColumns = 100;

}  // namespace

Result<SheetPlan> plan_class_sheet(const DatasetView& dataset) {
  constexpr std::size_t kImagesOfClass = kClassSheetColumns * kRowsOfClass;
  SheetPlan plan{kClassSheetColumns, {}};
  for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
    const auto of_class = dataset.indices_of_class(label);
    if (of_class.size() < kImagesOfClass) {
      return Error{ErrorCode::kTooFewImages, std::to_string(of_class.size()) + " images of class " +
                                                 std::to_string(label) + " (" +
                                                 std::string(core::kClassNames[label]) +
                                                 "), needed are " + std::to_string(kImagesOfClass)};
    }
    plan.indices.insert(plan.indices.end(), of_class.begin(), of_class.begin() + kImagesOfClass);
  }
  return plan;
}

Result<SheetPlan> plan_whole_sheet(const DatasetView& dataset) {
  constexpr std::size_t kImages = kWholeSheetColumns * kWholeSheetColumns;
  if (dataset.count() < kImages) {
    return Error{ErrorCode::kTooFewImages, std::to_string(dataset.count()) +
                                               " images, needed are " + std::to_string(kImages)};
  }
  SheetPlan plan{kWholeSheetColumns, std::vector<std::uint32_t>(kImages)};
  std::iota(plan.indices.begin(), plan.indices.end(), 0U);
  return plan;
}

}  // namespace atelier::cli
