// SPDX-License-Identifier: MIT
// tests/cli/png_reader.hpp: PNG files read by libpng's simplified interface, which shares no call
// with the one that writes them.
#pragma once

#include <catch_amalgamated.hpp>

#include <png.h>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/image.hpp"
#include "tests/support/temporary_folder.hpp"

namespace atelier::test {

inline core::GrayImage read_png(std::span<const std::byte> bytes) {
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  REQUIRE(png_image_begin_read_from_memory(&png, bytes.data(), bytes.size()) != 0);
  REQUIRE(png.format == PNG_FORMAT_GRAY);  // neither colour nor alpha, 8 bits
  core::GrayImage image =
      core::blank_image(static_cast<int>(png.width), static_cast<int>(png.height));
  REQUIRE(png_image_finish_read(&png, nullptr, image.pixels.data(), 0, nullptr) != 0);
  return image;
}

inline core::GrayImage read_png_file(const std::string& path) {
  return read_png(bytes_of(text_of_file(path)));
}

}  // namespace atelier::test
