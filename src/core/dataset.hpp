// SPDX-License-Identifier: MIT
// core/dataset.hpp: images with their labels. DatasetView is what the rest of the program reads,
// whether the dataset is complete (Dataset) or still arriving (DatasetLoader).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/class_names.hpp"
#include "core/idx.hpp"
#include "core/image.hpp"
#include "core/result.hpp"

namespace atelier::core {

// Everything is made for images of one size, row by row and a byte a pixel.
inline constexpr std::size_t kSamplePixels = std::size_t{kSampleSide} * kSampleSide;

using SamplePixels = std::span<const std::uint8_t, kSamplePixels>;  // 0 = background

// Images and labels that are there, owned by somebody else; cheap to copy. Sample i is image i and
// label i. While a dataset arrives there may be fewer labels than images, or more.
class DatasetView {
 public:
  DatasetView() = default;
  // `pixels` holds whole images; every label is less than kClassCount.
  DatasetView(std::span<const std::uint8_t> pixels, std::span<const std::uint8_t> labels);

  // Images that can be shown.
  [[nodiscard]] std::size_t count() const { return pixels_.size() / kSamplePixels; }
  // i < count().
  [[nodiscard]] SamplePixels image(std::size_t i) const;
  // 0 to 9; nothing where no label has arrived. Any i.
  [[nodiscard]] std::optional<std::uint8_t> label(std::size_t i) const;

  [[nodiscard]] std::span<const std::uint8_t> pixels() const { return pixels_; }
  [[nodiscard]] std::span<const std::uint8_t> labels() const { return labels_; }

  // Samples that have both image and label, counted by label.
  [[nodiscard]] std::array<std::size_t, kClassCount> class_counts() const;
  // The samples of a class, ascending.
  [[nodiscard]] std::vector<std::uint32_t> indices_of_class(std::uint8_t label) const;
  // The samples that a model got right (or wrong), ascending. predictions[i] is its class for
  // sample i; samples without a prediction are left out.
  [[nodiscard]] std::vector<std::uint32_t> indices_by_correctness(
      std::span<const std::uint8_t> predictions, bool correct) const;

 private:
  [[nodiscard]] std::size_t labelled_count() const;

  std::span<const std::uint8_t> pixels_;
  std::span<const std::uint8_t> labels_;
};

// A whole dataset, checked once: as many labels as images, images of 28 x 28, labels 0 to 9.
class Dataset {
 public:
  // kCountMismatch, kIdxBadDimensions (another size than 28 x 28), kLabelOutOfRange.
  static Result<Dataset> create(IdxImages&& images, IdxLabels&& labels);

  // Valid as long as the dataset is, also after it was moved.
  [[nodiscard]] DatasetView view() const { return {pixels_, labels_}; }

 private:
  Dataset(std::vector<std::uint8_t> pixels, std::vector<std::uint8_t> labels);

  std::vector<std::uint8_t> pixels_;
  std::vector<std::uint8_t> labels_;
};

// The single checks, for whoever sees the parts arrive one by one.
Result<void> check_counts(std::uint32_t images, std::uint32_t labels);
Result<void> check_image_size(std::uint32_t rows, std::uint32_t columns);
// `first_index` is the index of labels[0] in the file, for the error's detail.
Result<void> check_labels(std::span<const std::uint8_t> labels, std::size_t first_index = 0);

}  // namespace atelier::core
