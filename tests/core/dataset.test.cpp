// SPDX-License-Identifier: MIT
// Why: everything else trusts a dataset: that samples have 784 pixels and labels index ten classes.
#include "core/dataset.hpp"

#include <catch_amalgamated.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "core/class_names.hpp"
#include "tests/support/results.hpp"

using atelier::core::Dataset;
using atelier::core::DatasetView;
using atelier::core::ErrorCode;
using atelier::core::IdxImages;
using atelier::core::IdxLabels;
using atelier::core::kSamplePixels;
using namespace atelier::test;

namespace {

// Image i is all i.
IdxImages images_of(std::uint32_t count) {
  IdxImages images{count, 28, 28, {}};
  for (std::uint32_t i = 0; i < count; ++i) {
    images.pixels.insert(images.pixels.end(), kSamplePixels, static_cast<std::uint8_t>(i));
  }
  return images;
}

using Indices = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("a dataset gives the images and labels that it was made from", "[core][dataset]") {
  auto created = Dataset::create(images_of(3), IdxLabels{{9, 0, 4}});
  REQUIRE(created);
  const Dataset dataset = std::move(created).value();
  const DatasetView view = dataset.view();
  REQUIRE(view.count() == 3);
  CHECK(view.label(0) == std::uint8_t{9});
  CHECK(view.label(2) == std::uint8_t{4});
  CHECK(view.label(3) == std::nullopt);
  CHECK(view.image(2).size() == 784);
  CHECK(view.image(2).front() == 2);
  CHECK(view.image(2).back() == 2);
  CHECK(view.pixels().size() == 3 * 784);
  CHECK(view.labels().size() == 3);
}

TEST_CASE("a view stays valid when its dataset moves", "[core][dataset]") {
  auto created = Dataset::create(images_of(2), IdxLabels{{1, 2}});
  REQUIRE(created);
  Dataset first = std::move(created).value();
  const DatasetView view = first.view();
  const Dataset second = std::move(first);
  CHECK(view.image(1).front() == 1);
  CHECK(second.view().pixels().data() == view.pixels().data());
}

TEST_CASE("a dataset needs as many labels as images", "[core][dataset]") {
  CHECK(error_of(Dataset::create(images_of(2), IdxLabels{{1}})) == ErrorCode::kCountMismatch);
  CHECK(error_of(Dataset::create(images_of(2), IdxLabels{{1, 2, 3}})) == ErrorCode::kCountMismatch);
}

TEST_CASE("a dataset takes labels from 0 to 9", "[core][dataset]") {
  CHECK(error_of(Dataset::create(images_of(2), IdxLabels{{0, 9}})) == kNoError);
  const auto created = Dataset::create(images_of(2), IdxLabels{{0, 10}});
  REQUIRE(!created);
  CHECK(created.error().code == ErrorCode::kLabelOutOfRange);
  CHECK(created.error().detail == "label 1 is 10");
}

TEST_CASE("a dataset takes images of 28 by 28 pixels only", "[core][dataset]") {
  IdxImages wide{1, 28, 29, std::vector<std::uint8_t>(28 * 29)};
  CHECK(error_of(Dataset::create(std::move(wide), IdxLabels{{0}})) == ErrorCode::kIdxBadDimensions);
  // As many pixels, in another shape.
  IdxImages flat{1, 14, 56, std::vector<std::uint8_t>(14 * 56)};
  CHECK(error_of(Dataset::create(std::move(flat), IdxLabels{{0}})) == ErrorCode::kIdxBadDimensions);
}

TEST_CASE("samples are found by class", "[core][dataset]") {
  auto created = Dataset::create(images_of(6), IdxLabels{{3, 1, 3, 9, 0, 3}});
  REQUIRE(created);
  const DatasetView view = created.value().view();
  CHECK(view.indices_of_class(3) == Indices{0, 2, 5});
  CHECK(view.indices_of_class(0) == Indices{4});
  CHECK(view.indices_of_class(5).empty());
  CHECK(view.indices_of_class(200).empty());
  CHECK(view.class_counts() == std::array<std::size_t, 10>{1, 1, 0, 3, 0, 0, 0, 0, 0, 1});
}

TEST_CASE("samples are found by whether a model was right", "[core][dataset]") {
  auto created = Dataset::create(images_of(5), IdxLabels{{3, 1, 3, 9, 0}});
  REQUIRE(created);
  const DatasetView view = created.value().view();
  const std::vector<std::uint8_t> predictions = {3, 2, 2, 9};  // none yet for the last
  CHECK(view.indices_by_correctness(predictions, true) == Indices{0, 3});
  CHECK(view.indices_by_correctness(predictions, false) == Indices{1, 2});
}

TEST_CASE("while a dataset arrives only samples with image and label are counted",
          "[core][dataset]") {
  const auto images = images_of(2);
  const std::vector<std::uint8_t> labels = {4, 5, 4, 4};
  const DatasetView more_labels(images.pixels, labels);
  CHECK(more_labels.count() == 2);
  CHECK(more_labels.indices_of_class(4) == Indices{0});
  const DatasetView fewer_labels(images.pixels, std::span(labels).first(1));
  CHECK(fewer_labels.count() == 2);
  CHECK(fewer_labels.label(1) == std::nullopt);
  CHECK(fewer_labels.class_counts()[5] == 0);
  CHECK(DatasetView().count() == 0);
}

TEST_CASE("the class names are those of the dataset", "[core][dataset]") {
  STATIC_REQUIRE(atelier::core::kClassNames.size() == atelier::core::kClassCount);
  CHECK(atelier::core::kClassNames.front() == "T-shirt/top");
  CHECK(atelier::core::kClassNames[6] == "Shirt");
  CHECK(atelier::core::kClassNames.back() == "Ankle boot");
}
