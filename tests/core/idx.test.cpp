// SPDX-License-Identifier: MIT
// Why: the header is the first thing that a stranger's file can lie in. Each lie must end in its
// own error before memory is spent on it, and images must appear as their bytes do.
#include "core/idx.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "tests/support/bytes.hpp"
#include "tests/support/idx_builder.hpp"
#include "tests/support/results.hpp"

using atelier::core::ErrorCode;
using atelier::core::IdxImagesReader;
using atelier::core::IdxLabelsReader;
using atelier::core::kIdxMaxCount;
using atelier::core::kIdxReserveBytes;
using namespace atelier::test;

namespace {

std::optional<ErrorCode> error_of_images(std::span<const std::byte> file,
                                         std::size_t piece_size = SIZE_MAX) {
  IdxImagesReader reader;
  const auto fed =
      feed_in_pieces(file, piece_size, [&reader](auto piece) { return reader.feed(piece); });
  return fed ? error_of(reader.finish()) : error_of(fed);
}

std::optional<ErrorCode> error_of_labels(std::span<const std::byte> file) {
  IdxLabelsReader reader;
  const auto fed = reader.feed(file);
  return fed ? error_of(reader.finish()) : error_of(fed);
}

}  // namespace

TEST_CASE("idx images are the same for every size of the pieces", "[core][idx]") {
  const auto pixels = noise(5 * 3 * 4);
  const auto file = idx_file({5, 3, 4}, pixels);
  for (std::size_t piece_size = 1; piece_size <= file.size(); ++piece_size) {
    CAPTURE(piece_size);
    IdxImagesReader reader;
    REQUIRE(feed_in_pieces(file, piece_size, [&reader](auto piece) { return reader.feed(piece); }));
    REQUIRE(reader.feed({}));
    REQUIRE(reader.finish());
    const auto images = reader.take();
    CHECK(images.count == 5);
    CHECK(images.rows == 3);
    CHECK(images.columns == 4);
    CHECK(bytes_of(images.pixels) == pixels);
  }
}

TEST_CASE("an idx image is ready with its last byte", "[core][idx]") {
  constexpr std::size_t kHeaderBytes = 16;
  constexpr std::size_t kImageBytes = 3 * 4;
  const auto pixels = noise(5 * kImageBytes);
  const auto file = idx_file({5, 3, 4}, pixels);
  IdxImagesReader reader;
  for (std::size_t i = 0; i < file.size(); ++i) {
    CHECK(reader.count_declared() == (i < kHeaderBytes ? 0 : 5));
    CHECK(reader.rows() == (i < kHeaderBytes ? 0 : 3));
    CHECK(reader.columns() == (i < kHeaderBytes ? 0 : 4));
    CHECK(reader.images_ready() == (i < kHeaderBytes ? 0 : (i - kHeaderBytes) / kImageBytes));
    REQUIRE(reader.feed(std::span(file).subspan(i, 1)));
  }
  CHECK(reader.images_ready() == 5);
  CHECK(bytes_of(reader.pixels()) == pixels);
}

TEST_CASE("idx labels arrive one by one", "[core][idx]") {
  const auto file = idx_labels(25);
  IdxLabelsReader reader;
  for (std::size_t i = 0; i < file.size(); ++i) {
    CHECK(reader.labels().size() == (i < 8 ? 0 : i - 8));
    REQUIRE(reader.feed(std::span(file).subspan(i, 1)));
  }
  REQUIRE(reader.finish());
  CHECK(reader.count_declared() == 25);
  const auto labels = reader.take();
  REQUIRE(labels.values.size() == 25);
  CHECK(labels.values[0] == 0);
  CHECK(labels.values[24] == 4);
}

TEST_CASE("an idx header that is wrong is named for what is wrong", "[core][idx]") {
  const auto pixels = noise(4);
  CHECK(error_of_images(idx_file({1, 2, 2}, pixels)) == kNoError);
  CHECK(error_of_images(idx_file({1, 2, 2}, pixels, {.zero_0 = 1})) == ErrorCode::kIdxNotIdx);
  CHECK(error_of_images(idx_file({1, 2, 2}, pixels, {.zero_1 = 1})) == ErrorCode::kIdxNotIdx);
  CHECK(error_of_images(bytes_of("\x93NUMPY")) == ErrorCode::kIdxNotIdx);
  for (const int type : {0x00, 0x09, 0x0b, 0x0c, 0x0d, 0x0e, 0xff}) {
    const IdxSpec spec{.type = static_cast<std::uint8_t>(type)};
    CHECK(error_of_images(idx_file({1, 2, 2}, pixels, spec)) == ErrorCode::kIdxWrongType);
  }
  CHECK(error_of_images(idx_file({}, pixels)) == ErrorCode::kIdxWrongRank);
  CHECK(error_of_images(idx_file({4}, pixels)) == ErrorCode::kIdxWrongRank);
  CHECK(error_of_images(idx_file({1, 1, 2, 2}, pixels)) == ErrorCode::kIdxWrongRank);
  CHECK(error_of_labels(idx_file({4}, pixels)) == kNoError);
  CHECK(error_of_labels(idx_file({1, 2, 2}, pixels)) == ErrorCode::kIdxWrongRank);
}

TEST_CASE("a wrong idx field is reported as soon as it is there", "[core][idx]") {
  const auto file = idx_file({0, 2, 2}, {});
  IdxImagesReader reader;
  REQUIRE(reader.feed(std::span(file).first(7)));
  CHECK(error_of(reader.feed(std::span(file).subspan(7, 1))) == ErrorCode::kIdxBadDimensions);
}

TEST_CASE("idx dimensions that cannot be are refused", "[core][idx]") {
  CHECK(error_of_images(idx_file({0, 2, 2}, {})) == ErrorCode::kIdxBadDimensions);
  CHECK(error_of_images(idx_file({1, 0, 2}, {})) == ErrorCode::kIdxBadDimensions);
  CHECK(error_of_images(idx_file({1, 2, 0}, {})) == ErrorCode::kIdxBadDimensions);
  CHECK(error_of_images(idx_file({1, 257, 1}, {})) == ErrorCode::kIdxBadDimensions);
  CHECK(error_of_images(idx_file({1, 1, 257}, {})) == ErrorCode::kIdxBadDimensions);
  CHECK(error_of_images(idx_file({kIdxMaxCount + 1, 1, 1}, {})) == ErrorCode::kIdxBadDimensions);
  CHECK(error_of_labels(idx_file({0}, {})) == ErrorCode::kIdxBadDimensions);
  CHECK(error_of_labels(idx_file({0xffffffff}, {})) == ErrorCode::kIdxBadDimensions);
  // Each alone would do, the product is more than is read: 128 MiB + 64 KiB.
  CHECK(error_of_images(idx_file({2049, 256, 256}, {})) == ErrorCode::kIdxBadDimensions);
  // 2^32 = 0 in 32 bits: 65,536 images of 256 x 256.
  CHECK(error_of_images(idx_file({65'536, 256, 256}, {})) == ErrorCode::kIdxBadDimensions);
  CHECK(error_of_images(idx_file({0xffffffff, 0xffffffff, 0xffffffff}, {})) ==
        ErrorCode::kIdxBadDimensions);
}

TEST_CASE("the largest idx dimensions are legal and take no memory before bytes come",
          "[core][idx]") {
  for (const auto& file :
       {idx_file({2048, 256, 256}, noise(10)), idx_file({kIdxMaxCount, 8, 16}, noise(10))}) {
    IdxImagesReader reader;
    CHECK(reader.feed(file));
    CHECK(reader.pixels().size() == 10);
    auto images = reader.take();
    CHECK(images.pixels.capacity() <= kIdxReserveBytes);
  }
}

TEST_CASE("idx that is larger than what is set aside grows to its size and no further",
          "[core][idx]") {
  const auto file = idx_file({400, 256, 256}, ByteVector(400 * 256 * 256, std::byte{7}));
  IdxImagesReader reader;
  REQUIRE(feed_in_pieces(file, 1 << 20, [&reader](auto piece) { return reader.feed(piece); }));
  REQUIRE(reader.finish());
  const auto images = reader.take();
  CHECK(images.pixels.size() == 400 * 256 * 256);
  CHECK(images.pixels.capacity() == images.pixels.size());
  CHECK(std::count(images.pixels.begin(), images.pixels.end(), 7) == 400 * 256 * 256);
}

TEST_CASE("idx that ends early is truncated wherever it ends", "[core][idx]") {
  const auto file = idx_file({2, 3, 4}, noise(2 * 3 * 4));
  for (std::size_t size = 0; size < file.size(); ++size) {
    CAPTURE(size);
    CHECK(error_of_images(std::span(file).first(size)) == ErrorCode::kIdxTruncated);
    CHECK(error_of_images(std::span(file).first(size), 1) == ErrorCode::kIdxTruncated);
  }
}

TEST_CASE("idx with a byte too many is refused, but its images remain", "[core][idx]") {
  const auto pixels = noise(2 * 3 * 4);
  const auto file = concat(idx_file({2, 3, 4}, pixels), bytes_of("x"));
  for (std::size_t piece_size = 1; piece_size <= file.size(); ++piece_size) {
    CAPTURE(piece_size);
    IdxImagesReader reader;
    const auto fed =
        feed_in_pieces(file, piece_size, [&reader](auto piece) { return reader.feed(piece); });
    CHECK(error_of(fed) == ErrorCode::kIdxTrailingBytes);
    CHECK(reader.images_ready() == 2);
    CHECK(bytes_of(reader.pixels()) == pixels);
  }
}

TEST_CASE("an idx error stays for ever", "[core][idx]") {
  const auto good = idx_file({2, 3, 4}, noise(2 * 3 * 4));
  IdxImagesReader reader;
  const auto first = reader.feed(bytes_of("no"));
  REQUIRE(!first);
  for (const auto& later : {reader.feed(good), reader.feed({}), reader.finish()}) {
    REQUIRE(!later);
    CHECK(later.error() == first.error());
  }
  CHECK(reader.images_ready() == 0);
  CHECK(reader.count_declared() == 0);
}

TEST_CASE("the detail of an idx error has the numbers", "[core][idx]") {
  IdxImagesReader reader;
  const auto fed = reader.feed(idx_file({10, 300, 28}, {}));
  REQUIRE(!fed);
  CHECK_THAT(fed.error().detail, Catch::Matchers::ContainsSubstring("300") &&
                                     Catch::Matchers::ContainsSubstring("256"));
}
