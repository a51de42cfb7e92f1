// SPDX-License-Identifier: MIT
// Why: other programs read these files, so another reader than our own writer must find the pixels.
#include "cli/png_file.hpp"

#include <catch_amalgamated.hpp>

#include <string>
#include <vector>

#include "core/byte_reader.hpp"
#include "tests/cli/png_reader.hpp"
#include "tests/support/results.hpp"
#include "tests/support/temporary_folder.hpp"

using atelier::cli::encode_png;
using atelier::cli::write_png;
using atelier::core::ByteReader;
using atelier::core::ErrorCode;
using atelier::core::GrayImage;
using namespace atelier::test;

namespace {

GrayImage noise_image(int width, int height) {
  GrayImage image = atelier::core::blank_image(width, height);
  const auto bytes = noise(image.pixels.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    image.pixels[i] = std::to_integer<std::uint8_t>(bytes[i]);
  }
  return image;
}

}  // namespace

TEST_CASE("a png file gives its pixels back", "[cli][png_file]") {
  for (const GrayImage& image : {noise_image(1, 1), noise_image(28, 28), noise_image(300, 7),
                                 noise_image(3, 400), atelier::core::blank_image(840, 840)}) {
    const auto bytes = encode_png(image);
    REQUIRE(bytes);
    CHECK(read_png(bytes.value()) == image);
  }
}

TEST_CASE("a png file has the chunks of the dataset's png edition and no others",
          "[cli][png_file]") {
  const auto bytes = encode_png(noise_image(28, 28));
  REQUIRE(bytes);
  // signature, then chunks: length, name, data, CRC
  ByteReader reader(bytes.value());
  CHECK(reader.read_u32() == 0x89504e47U);
  CHECK(reader.read_u32() == 0x0d0a1a0aU);
  std::string names;
  while (reader.remaining() > 0) {
    const auto length = reader.read_u32();
    const auto name = reader.read_bytes(4);
    REQUIRE((length && name));
    for (const std::byte letter : *name) names += std::to_integer<char>(letter);
    names += ' ';
    const auto data = reader.read_bytes(*length);
    REQUIRE((data && reader.read_u32()));
    if (names != "IHDR ") continue;
    const std::vector<std::uint8_t> expected = {0, 0, 0, 28, 0, 0, 0, 28, 8, 0, 0, 0, 0};
    CHECK(ByteVector(data->begin(), data->end()) == bytes_of(std::span(expected)));
  }
  CHECK(names == "IHDR IDAT IEND ");
}

TEST_CASE("rows of a png file are reported as they are done", "[cli][png_file]") {
  std::vector<std::size_t> rows;
  REQUIRE(encode_png(noise_image(4, 3), [&rows](std::size_t done) { rows.push_back(done); }));
  CHECK(rows == std::vector<std::size_t>{1, 2, 3});
}

TEST_CASE("an image that png cannot hold is refused in libpng's words", "[cli][png_file]") {
  const auto empty = encode_png({0, 5, {}});
  REQUIRE(error_of(empty) == ErrorCode::kBadPixels);
  CHECK(!empty.error().detail.empty());
  const TemporaryFolder folder;
  const auto written = write_png(folder / "empty.png", {});
  REQUIRE(error_of(written) == ErrorCode::kBadPixels);
  CHECK_THAT(written.error().detail, Catch::Matchers::StartsWith(folder / "empty.png: "));
  CHECK(folder.names().empty());
}

TEST_CASE("a png file goes where it is told", "[cli][png_file]") {
  const TemporaryFolder folder;
  const GrayImage image = noise_image(28, 28);
  REQUIRE(write_png(folder / "a.png", image));
  CHECK(read_png_file(folder / "a.png") == image);
  CHECK(error_of(write_png(folder / "no/a.png", image)) == ErrorCode::kCannotWrite);
}
