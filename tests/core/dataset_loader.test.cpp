// SPDX-License-Identifier: MIT
// Why: this is the whole way from the network to a sample on the screen, with the real files and
// with what servers make of them.
#include "core/dataset_loader.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/bytes.hpp"
#include "tests/support/gzip_builder.hpp"
#include "tests/support/idx_builder.hpp"
#include "tests/support/results.hpp"
#include "tests/support/test_data.hpp"

using atelier::core::DatasetLoader;
using atelier::core::ErrorCode;
using atelier::core::gunzip;
using atelier::core::kOfficialTestImages;
using atelier::core::kOfficialTestLabels;
using atelier::core::kSamplePixels;
using atelier::core::Result;
using atelier::core::Sha256;
using atelier::core::to_hex;
using namespace atelier::test;

namespace {

Result<void> feed_images(DatasetLoader& loader, std::span<const std::byte> file,
                         std::size_t piece_size) {
  return feed_in_pieces(file, piece_size, [&](auto piece) { return loader.feed_images(piece); });
}

Result<void> feed_labels(DatasetLoader& loader, std::span<const std::byte> file,
                         std::size_t piece_size) {
  return feed_in_pieces(file, piece_size, [&](auto piece) { return loader.feed_labels(piece); });
}

Result<void> load(DatasetLoader& loader, std::span<const std::byte> images,
                  std::span<const std::byte> labels, std::size_t piece_size = 1 << 16) {
  if (auto done = feed_labels(loader, labels, piece_size); !done) return done;
  if (auto done = loader.finish_labels(); !done) return done;
  if (auto done = feed_images(loader, images, piece_size); !done) return done;
  return loader.finish_images();
}

std::string sha256(std::span<const std::byte> bytes) {
  Sha256 hash;
  hash.update(bytes);
  return to_hex(hash.finish());
}

ByteVector unpacked(std::span<const std::byte> file) {
  auto whole = gunzip(file, 64 << 20);
  REQUIRE(whole);
  return std::move(whole).value();
}

}  // namespace

TEST_CASE("the official test set loads whole and is recognised", "[core][dataset_loader]") {
  const auto images = read_test_data(kOfficialTestImages.name);
  const auto labels = read_test_data(kOfficialTestLabels.name);
  DatasetLoader loader;
  REQUIRE(error_of(load(loader, images, labels)) == kNoError);
  REQUIRE(loader.complete());
  CHECK(loader.is_official_test_set());
  CHECK(to_hex(*loader.images_sha256()) == kOfficialTestImages.gzip_sha256);
  CHECK(to_hex(*loader.labels_sha256()) == kOfficialTestLabels.gzip_sha256);

  const auto view = loader.view();
  REQUIRE(view.count() == 10'000);
  // zcat t10k-images-idx3-ubyte.gz | tail -c +17 | sha256sum, and likewise +9 for the labels
  CHECK(sha256(std::as_bytes(view.pixels())) ==
        "c867c93ff95360594e8ec3287995350b824dd110b11595c0e13d5423f621867a");
  CHECK(sha256(std::as_bytes(view.labels())) ==
        "3d0e6c6ea990b53b6f8f500a41cac93881d981b315f84578b7d915342ade01e9");

  // A reader as naive as they come: offsets, no checks.
  const auto raw_images = unpacked(images);
  const auto raw_labels = unpacked(labels);
  bool all_equal = true;
  for (std::size_t i = 0; i < view.count(); ++i) {
    all_equal = all_equal && view.label(i) == std::to_integer<std::uint8_t>(raw_labels[8 + i]);
    const auto image = std::as_bytes(view.image(i));
    all_equal =
        all_equal && std::equal(image.begin(), image.end(),
                                raw_images.begin() + static_cast<std::ptrdiff_t>(16 + i * 784));
  }
  CHECK(all_equal);

  constexpr std::array<std::uint8_t, 10> kFirstLabels = {9, 2, 1, 1, 6, 1, 4, 6, 5, 7};
  CHECK(std::equal(kFirstLabels.begin(), kFirstLabels.end(), view.labels().begin()));
  for (const std::size_t count : view.class_counts()) CHECK(count == 1000);
  // From the dataset's notes: where each class turns up first.
  constexpr std::array<std::uint32_t, 10> kFirstOfClass = {19, 2, 1, 13, 6, 8, 4, 9, 18, 0};
  for (std::size_t label = 0; label < kFirstOfClass.size(); ++label) {
    const auto indices = view.indices_of_class(static_cast<std::uint8_t>(label));
    REQUIRE(indices.size() == 1000);
    CHECK(indices.front() == kFirstOfClass[label]);
  }

  const auto* const pixels = view.pixels().data();
  const auto dataset = loader.take();
  CHECK(dataset.view().count() == 10'000);
  CHECK(dataset.view().pixels().data() == pixels);  // moved, not copied
}

TEST_CASE("the official files load in pieces of any size", "[core][dataset_loader]") {
  const auto images = read_test_data(kOfficialTestImages.name);
  const auto labels = read_test_data(kOfficialTestLabels.name);
  for (const std::size_t piece_size : {1U, 7U, 4096U, 65'536U, 100'000'000U}) {
    CAPTURE(piece_size);
    DatasetLoader loader;
    REQUIRE(error_of(load(loader, images, labels, piece_size)) == kNoError);
    CHECK(loader.is_official_test_set());
    CHECK(sha256(std::as_bytes(loader.view().pixels())) ==
          "c867c93ff95360594e8ec3287995350b824dd110b11595c0e13d5423f621867a");
  }
}

TEST_CASE("the official files are recognised when the server has unpacked them",
          "[core][dataset_loader]") {
  const auto images = read_test_data(kOfficialTestImages.name);
  const auto labels = read_test_data(kOfficialTestLabels.name);
  DatasetLoader loader;
  REQUIRE(error_of(load(loader, unpacked(images), labels)) == kNoError);
  CHECK(to_hex(*loader.images_sha256()) == kOfficialTestImages.idx_sha256);
  CHECK(loader.is_official_test_set());
  CHECK(sha256(unpacked(labels)) == kOfficialTestLabels.idx_sha256);
}

TEST_CASE("another dataset loads but is not the official one", "[core][dataset_loader]") {
  DatasetLoader loader;
  REQUIRE(error_of(load(loader, gzip(idx_samples(12)), gzip(idx_labels(12)))) == kNoError);
  CHECK(loader.complete());
  CHECK(loader.images_sha256());
  CHECK(!loader.is_official_test_set());
  CHECK(loader.view().count() == 12);

  // The official labels with foreign images are not official either.
  DatasetLoader mixed;
  const auto labels = read_test_data(kOfficialTestLabels.name);
  REQUIRE(error_of(load(mixed, idx_samples(10'000), labels)) == kNoError);
  CHECK(!mixed.is_official_test_set());
}

TEST_CASE("images can be seen while they arrive", "[core][dataset_loader]") {
  const auto images = idx_samples(20);
  const auto labels = idx_labels(20);
  DatasetLoader loader;
  CHECK(loader.view().count() == 0);
  CHECK(loader.count_declared() == 0);
  std::size_t arrived = 0;
  REQUIRE(feed_in_pieces(images, 500, [&](auto piece) -> Result<void> {
    if (auto fed = loader.feed_images(piece); !fed) return fed;
    arrived += piece.size();
    CHECK(loader.count_declared() == 20);
    CHECK(loader.view().count() == (arrived - 16) / kSamplePixels);
    CHECK(loader.view().label(0) == std::nullopt);
    return {};
  }));
  REQUIRE(loader.finish_images());
  CHECK(loader.images_sha256());
  CHECK(!loader.complete());

  REQUIRE(loader.feed_labels(std::span(labels).first(8 + 5)));
  CHECK(loader.view().label(4) == std::uint8_t{4});
  CHECK(loader.view().label(5) == std::nullopt);
  REQUIRE(loader.feed_labels(std::span(labels).subspan(8 + 5)));
  CHECK(!loader.complete());
  REQUIRE(loader.finish_labels());
  CHECK(loader.complete());
  CHECK(bytes_of(loader.view().pixels()) == ByteVector(images.begin() + 16, images.end()));
}

TEST_CASE("a loader can be moved while files arrive", "[core][dataset_loader]") {
  const auto images = gzip(idx_samples(30));
  DatasetLoader first;
  REQUIRE(feed_labels(first, gzip(idx_labels(30)), 100));
  REQUIRE(first.feed_images(std::span(images).first(images.size() / 2)));
  DatasetLoader second = std::move(first);
  REQUIRE(second.feed_images(std::span(images).subspan(images.size() / 2)));
  REQUIRE(second.finish_images());
  REQUIRE(second.finish_labels());
  CHECK(second.complete());
  CHECK(sha256(images) == to_hex(*second.images_sha256()));
}

TEST_CASE("the loader says what is wrong with a file", "[core][dataset_loader]") {
  const auto images = idx_samples(3);
  const auto labels = idx_labels(3);
  const auto failure = [](std::span<const std::byte> some_images,
                          std::span<const std::byte> some_labels) {
    DatasetLoader whole;
    const auto error = error_of(load(whole, some_images, some_labels));
    CHECK(!whole.complete());
    DatasetLoader cut;
    CHECK(error_of(load(cut, some_images, some_labels, 1)) == error);
    return error;
  };

  CHECK(failure(bytes_of("<!doctype html>"), labels) == ErrorCode::kHtmlInsteadOfData);
  CHECK(failure(images, bytes_of("\n<html>")) == ErrorCode::kHtmlInsteadOfData);
  CHECK(failure(bytes_of("Not Found"), labels) == ErrorCode::kNotGzip);
  CHECK(failure({}, labels) == ErrorCode::kGzipTruncated);
  const auto packed = gzip(images);
  CHECK(failure(std::span(packed).first(packed.size() - 1), labels) == ErrorCode::kGzipTruncated);
  CHECK(failure(concat(packed, bytes_of("x")), labels) == ErrorCode::kGzipDamaged);
  CHECK(failure(gzip(bytes_of("\x93NUMPY")), labels) == ErrorCode::kIdxNotIdx);
  CHECK(failure(ByteVector(2000), labels) == ErrorCode::kIdxWrongType);
  CHECK(failure(gzip(labels), gzip(images)) == ErrorCode::kIdxWrongRank);
  CHECK(failure(gzip(std::span(images).first(100)), labels) == ErrorCode::kIdxTruncated);
  CHECK(failure(std::span(images).first(100), labels) == ErrorCode::kIdxTruncated);
  CHECK(failure(gzip(concat(images, images)), labels) == ErrorCode::kIdxTrailingBytes);
  CHECK(failure(concat(images, images), labels) == ErrorCode::kIdxTrailingBytes);
  CHECK(failure(idx_file({3, 32, 32}, noise(3 * 32 * 32)), labels) == ErrorCode::kIdxBadDimensions);
  CHECK(failure(idx_samples(4), labels) == ErrorCode::kCountMismatch);
  CHECK(failure(images, idx_file({3}, bytes_of("\1\2\12"))) == ErrorCode::kLabelOutOfRange);
}

TEST_CASE("the loader stops a bomb at its limit", "[core][dataset_loader]") {
  // Passes as images of the largest legal size, and unpacks to more than the loader allows.
  const auto bomb = gzip(idx_file({2000, 256, 256}, ByteVector(std::size_t{70} << 20)));
  DatasetLoader loader;
  const auto error = error_of(feed_images(loader, bomb, bomb.size()));
  CHECK(error == ErrorCode::kTooLarge);
  CHECK(loader.view().count() == 0);
}

TEST_CASE("counts are compared as soon as both headers are there", "[core][dataset_loader]") {
  const auto images = idx_samples(3);
  const auto labels = idx_labels(4);
  DatasetLoader loader;
  REQUIRE(loader.feed_images(std::span(images).first(16 + 784)));
  REQUIRE(loader.feed_labels(std::span(labels).first(7)));
  CHECK(error_of(loader.feed_labels(std::span(labels).subspan(7, 1))) == ErrorCode::kCountMismatch);
}

TEST_CASE("the loader's error stays for ever and what had arrived stays in view",
          "[core][dataset_loader]") {
  const auto images = idx_samples(3);
  DatasetLoader loader;
  REQUIRE(loader.feed_images(std::span(images).first(16 + 2 * 784 + 5)));
  REQUIRE(loader.feed_labels(idx_file({3}, bytes_of("\7"))));
  const auto first = loader.feed_labels(bytes_of("\12"));
  REQUIRE(error_of(first) == ErrorCode::kLabelOutOfRange);
  CHECK(first.error().detail == "label 1 is 10");
  for (const auto& later : {loader.feed_images(std::span(images).subspan(16 + 2 * 784 + 5)),
                            loader.finish_images(), loader.finish_labels()}) {
    REQUIRE(!later);
    CHECK(later.error() == first.error());
  }
  CHECK(loader.view().count() == 2);
  CHECK(loader.view().label(0) == std::uint8_t{7});
  CHECK(loader.view().label(1) == std::nullopt);
  CHECK(!loader.complete());
}
