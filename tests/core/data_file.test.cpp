// SPDX-License-Identifier: MIT
// Why: these files come from anywhere. Each is read for what it is, or refused with the reason, and
// no claim in a header may cost memory or time that its bytes do not pay for.
#include "core/data_file.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "core/dataset_loader.hpp"
#include "core/preprocess.hpp"
#include "tests/support/bytes.hpp"
#include "tests/support/gzip_builder.hpp"
#include "tests/support/idx_builder.hpp"
#include "tests/support/test_data.hpp"

using namespace atelier::core;
using namespace atelier::test;

TEST_CASE("images and labels are told apart, packed or not", "[core][data-file]") {
  const bool packed = GENERATE(false, true);
  const auto read = [&](const ByteVector& file) {
    return read_data_file(packed ? gzip(file) : file);
  };
  const auto images = read(idx_file({2, 3, 4}, noise(24)));
  REQUIRE(images);
  const auto& content = std::get<IdxImages>(images.value().content);
  CHECK(content.count == 2);
  CHECK(content.rows == 3);
  CHECK(content.columns == 4);
  CHECK(content.pixels.size() == 24);

  const auto labels = read(idx_labels(12));
  REQUIRE(labels);
  CHECK(std::get<IdxLabels>(labels.value().content).values.size() == 12);
}

TEST_CASE("the checksum is that of the content, however it was packed", "[core][data-file]") {
  const ByteVector file = idx_labels(5);
  const auto plain = read_data_file(file);
  const auto packed = read_data_file(gzip(file, {.level = 1}));
  REQUIRE(plain);
  REQUIRE(packed);
  CHECK(plain.value().sha256 == packed.value().sha256);
  CHECK(!known_file(plain.value().sha256));
}

TEST_CASE("the official files are known by their content", "[core][data-file]") {
  const ByteVector file = read_test_data("t10k-labels-idx1-ubyte.gz");
  const auto labels = read_data_file(file);
  REQUIRE(labels);
  CHECK(known_file(labels.value().sha256) == KnownFile{KnownSet::kFashionMnist, false});
}

TEST_CASE("what is no data file is refused by its name", "[core][data-file]") {
  const auto code_of = [](const ByteVector& file) { return read_data_file(file).error().code; };
  CHECK(code_of({}) == ErrorCode::kGzipTruncated);
  CHECK(code_of(bytes_of("<!doctype html>")) == ErrorCode::kHtmlInsteadOfData);
  CHECK(code_of(bytes_of("PK and so on")) == ErrorCode::kNotGzip);
  CHECK(code_of(gzip(bytes_of("no IDX"))) == ErrorCode::kIdxNotIdx);
  CHECK(code_of(idx_file({2, 3}, noise(6))) == ErrorCode::kIdxWrongRank);
  CHECK(code_of(idx_file({4}, noise(8), {.type = 0x0D})) == ErrorCode::kIdxWrongType);
}

TEST_CASE("a file that was cut off anywhere is refused, packed or not", "[core][data-file]") {
  const ByteVector whole = GENERATE(idx_file({3, 2, 2}, noise(12)), idx_labels(9),
                                    gzip(idx_labels(9)), gzip(idx_file({3, 2, 2}, noise(12))));
  REQUIRE(read_data_file(whole));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    CHECK(!read_data_file(std::span(whole).first(size)));
  }
  ByteVector longer = whole;
  longer.push_back(std::byte{1});
  CHECK(!read_data_file(longer));
}

TEST_CASE("a header that claims too much is refused before any memory is taken",
          "[core][data-file]") {
  for (const auto& claim : {std::initializer_list<std::uint32_t>{0xFFFFFFFF, 28, 28},
                            {1, 257, 28},
                            {1, 28, 0xFFFFFFFF},
                            {0, 28, 28},
                            {1'000'000, 256, 256}}) {
    CHECK(read_data_file(idx_file(claim, noise(100))).error().code == ErrorCode::kIdxBadDimensions);
  }
}

TEST_CASE("damage anywhere does no harm", "[core][data-file]") {
  const ByteVector whole = GENERATE(idx_file({3, 2, 2}, noise(12)), gzip(idx_labels(30)));
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const auto value : {std::byte{0}, std::byte{0x7F}, std::byte{0xFF}}) {
      ByteVector damaged = whole;
      damaged[at] = value;
      (void)read_data_file(damaged);  // whatever it says, it says it
    }
  }
}

TEST_CASE("images of 28 x 28 stay as they are", "[core][data-file]") {
  const auto file = read_data_file(idx_samples(3));
  REQUIRE(file);
  const auto& images = std::get<IdxImages>(file.value().content);
  CHECK(as_samples(images) == images.pixels);
}

TEST_CASE("images of another size are framed as a drawing is", "[core][data-file]") {
  GrayImage image = blank_image(64, 48);
  for (int y = 10; y < 40; ++y) {
    for (int x = 20; x < 35; ++x) image.at(x, y) = 180;
  }
  IdxImages images{2, 48, 64, {}};
  for (int copy = 0; copy < 2; ++copy) {
    images.pixels.insert(images.pixels.end(), image.pixels.begin(), image.pixels.end());
  }
  const auto seen = preprocess(image, Framing::kBoundingBox).seen().pixels;
  std::vector<std::uint8_t> twice = seen;
  twice.insert(twice.end(), seen.begin(), seen.end());
  CHECK(as_samples(images) == twice);
}

TEST_CASE("a picture on a bright ground is turned over", "[core][data-file]") {
  GrayImage dark = blank_image(50, 50);
  for (int y = 10; y < 40; ++y) {
    for (int x = 15; x < 35; ++x) dark.at(x, y) = 190;
  }
  GrayImage bright = dark;
  for (auto& pixel : bright.pixels) pixel = static_cast<std::uint8_t>(255 - pixel);
  CHECK(as_sample(bright) == as_sample(dark));
  CHECK(as_sample(blank_image(1, 1, 255)).size() == 28 * 28);
}

TEST_CASE("the class is what a picture's name begins with", "[core][data-file]") {
  CHECK(label_in_name("9_00000.png") == 9);
  CHECK(label_in_name("0_x.jpg") == 0);
  for (const char* name : {"", "9", "9_", "12_3.png", "a_1.png", "_1.png", "holiday.jpg"}) {
    CAPTURE(name);
    CHECK(!label_in_name(name));
  }
}
