// SPDX-License-Identifier: MIT
// Why: "edit this sample" is a fair experiment only if the network sees, before the first stroke,
// exactly what is in the file.
#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/drawing.hpp"
#include "core/gzip.hpp"
#include "core/preprocess.hpp"
#include "tests/support/results.hpp"
#include "tests/support/test_data.hpp"

using namespace atelier::core;

TEST_CASE(
    "each of the 10,000 test images is seen as it is in the file when it is put on the canvas "
    "and not touched",
    "[core][round_trip][whole-test-set]") {
  const auto file =
      gunzip(atelier::test::read_test_data("t10k-images-idx3-ubyte.gz"), std::size_t{8} << 20U);
  REQUIRE(file);
  constexpr std::size_t kHeader = 16;
  constexpr std::uint32_t kCount = 10'000;
  REQUIRE(file.value().size() == kHeader + kCount * kSamplePixels);
  Drawing drawing;
  std::uint32_t exact = 0;
  std::vector<std::uint8_t> pixels(kSamplePixels);
  for (std::uint32_t index = 0; index < kCount; ++index) {
    const auto image =
        std::span(file.value()).subspan(kHeader + index * kSamplePixels, kSamplePixels);
    std::transform(image.begin(), image.end(), pixels.begin(),
                   [](std::byte byte) { return std::to_integer<std::uint8_t>(byte); });
    drawing.start_from_sample(index, SamplePixels(pixels));
    const Preprocessed seen = preprocess(drawing.raster(), drawing.framing());
    if (seen.seen().pixels == pixels) ++exact;
  }
  CHECK(exact == kCount);
}
