// SPDX-License-Identifier: MIT
#include "core/dataset.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>

namespace atelier::core {

DatasetView::DatasetView(std::span<const std::uint8_t> pixels, std::span<const std::uint8_t> labels)
    : pixels_(pixels), labels_(labels) {
  assert(pixels.size() % kSamplePixels == 0);
}

SamplePixels DatasetView::image(std::size_t i) const {
  assert(i < count());
  return pixels_.subspan(i * kSamplePixels).first<kSamplePixels>();
}

std::optional<std::uint8_t> DatasetView::label(std::size_t i) const {
  if (i >= labels_.size()) return std::nullopt;
  return labels_[i];
}

std::array<std::size_t, kClassCount> DatasetView::class_counts() const {
  std::array<std::size_t, kClassCount> counts{};
  for (const std::uint8_t label : labels_.first(labelled_count())) ++counts[label];
  return counts;
}

std::vector<std::uint32_t> DatasetView::indices_of_class(std::uint8_t label) const {
  std::vector<std::uint32_t> indices;
  for (std::size_t i = 0; i < labelled_count(); ++i) {
    if (labels_[i] == label) indices.push_back(static_cast<std::uint32_t>(i));
  }
  return indices;
}

std::vector<std::uint32_t> DatasetView::indices_by_correctness(
    std::span<const std::uint8_t> predictions, bool correct) const {
  std::vector<std::uint32_t> indices;
  const auto end = std::min(labelled_count(), predictions.size());
  for (std::size_t i = 0; i < end; ++i) {
    if ((predictions[i] == labels_[i]) == correct) indices.push_back(static_cast<std::uint32_t>(i));
  }
  return indices;
}

std::size_t DatasetView::labelled_count() const { return std::min(count(), labels_.size()); }

Dataset::Dataset(std::vector<std::uint8_t> pixels, std::vector<std::uint8_t> labels)
    : pixels_(std::move(pixels)), labels_(std::move(labels)) {}

Result<Dataset> Dataset::create(IdxImages&& images, IdxLabels&& labels) {
  assert(images.pixels.size() == std::size_t{images.count} * images.rows * images.columns);
  const auto label_count = static_cast<std::uint32_t>(labels.values.size());
  if (auto good = check_counts(images.count, label_count); !good) return good.error();
  if (auto good = check_image_size(images.rows, images.columns); !good) return good.error();
  if (auto good = check_labels(labels.values); !good) return good.error();
  return Dataset(std::move(images.pixels), std::move(labels.values));
}

Result<void> check_counts(std::uint32_t images, std::uint32_t labels) {
  if (images == labels) return {};
  return Error{ErrorCode::kCountMismatch,
               std::to_string(images) + " images, " + std::to_string(labels) + " labels"};
}

Result<void> check_image_size(std::uint32_t rows, std::uint32_t columns) {
  if (rows == kSampleSide && columns == kSampleSide) return {};
  return Error{ErrorCode::kIdxBadDimensions, "images of " + std::to_string(rows) + " rows and " +
                                                 std::to_string(columns) + " columns"};
}

Result<void> check_labels(std::span<const std::uint8_t> labels, std::size_t first_index) {
  const auto is_wrong = [](std::uint8_t label) { return label >= kClassCount; };
  const auto found = std::find_if(labels.begin(), labels.end(), is_wrong);
  if (found == labels.end()) return {};
  const auto index = first_index + static_cast<std::size_t>(found - labels.begin());
  return Error{ErrorCode::kLabelOutOfRange,
               "label " + std::to_string(index) + " is " + std::to_string(*found)};
}

}  // namespace atelier::core
