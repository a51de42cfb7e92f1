// SPDX-License-Identifier: MIT
// Why: the page writes PNG files itself; here libpng, which has no part in that, reads them.
#include "core/png.hpp"

#include <catch_amalgamated.hpp>

#include <cstddef>
#include <vector>

#include "tests/cli/png_reader.hpp"
#include "tests/core/naive.hpp"

using namespace atelier;
using namespace atelier::test;

TEST_CASE("libpng reads the page's gray pictures back as they were", "[cli][png]") {
  naive::Random random(3);
  for (const auto& [width, height] : {std::pair{1, 1}, {28, 28}, {1, 300}, {301, 2}, {640, 480}}) {
    CAPTURE(width, height);
    const core::GrayImage image = naive::noise(random, width, height);
    CHECK(read_png(core::encode_png(image)) == image);
  }
}

TEST_CASE("libpng reads the page's colour pictures back as they were", "[cli][png]") {
  core::ColorImage image{17, 9, std::vector<std::uint8_t>(std::size_t{3} * 17 * 9)};
  naive::Random random(4);
  for (std::uint8_t& byte : image.pixels) byte = random.gray();
  const auto file = core::encode_png(image);
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  REQUIRE(png_image_begin_read_from_memory(&png, file.data(), file.size()) != 0);
  CHECK(png.format == PNG_FORMAT_RGB);
  REQUIRE(png.width == 17);
  REQUIRE(png.height == 9);
  std::vector<std::uint8_t> pixels(image.pixels.size());
  REQUIRE(png_image_finish_read(&png, nullptr, pixels.data(), 0, nullptr) != 0);
  CHECK(pixels == image.pixels);
}

TEST_CASE("what is all alike packs small", "[cli][png]") {
  CHECK(core::encode_png(core::blank_image(2800, 2800)).size() < 20'000);
}
