// SPDX-License-Identifier: MIT
// Why: 10,000 images on two textures: one column off, and every garment wears another one's label.
#include "kit/image_view.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/dataset.hpp"
#include "core/image.hpp"
#include "tests/support/null_window.hpp"

using atelier::core::blank_image;
using atelier::core::DatasetView;
using atelier::core::GrayImage;
using atelier::core::kSamplePixels;
using namespace atelier::ui;
using namespace atelier::test;

namespace {

constexpr std::uint32_t kColumns = 72;
constexpr std::uint32_t kCells = kColumns * kColumns;
constexpr int kSheetSide = 72 * 28;

// No two neighbours on a sheet have the same pixels.
std::vector<std::uint8_t> pixels_of(std::size_t count) {
  std::vector<std::uint8_t> pixels(count * kSamplePixels);
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    const std::size_t image = i / kSamplePixels;
    pixels[i] = static_cast<std::uint8_t>(image * 31 + image / kColumns * 17 + i % kSamplePixels);
  }
  return pixels;
}

DatasetView first_images(const std::vector<std::uint8_t>& pixels, std::size_t count) {
  return {std::span(pixels).first(count * kSamplePixels), {}};
}

// Compares the sheets with the images themselves, pixel by pixel.
void check_sheets(const FakeTextures& textures, const std::vector<std::uint8_t>& pixels) {
  const auto count = static_cast<std::uint32_t>(pixels.size() / kSamplePixels);
  const auto sheets = textures.of_size(kSheetSide, kSheetSide);
  REQUIRE(sheets.size() == (count + kCells - 1) / kCells);
  std::size_t wrong = 0;
  std::size_t written = 0;
  for (std::uint32_t index = 0; index < count; ++index) {
    const FakeTextures::Texture& sheet = textures[sheets[index / kCells]];
    const auto left = static_cast<int>(index % kCells % kColumns * 28);
    const auto top = static_cast<int>(index % kCells / kColumns * 28);
    for (int y = 0; y < 28; ++y) {
      for (int x = 0; x < 28; ++x) {
        const std::size_t at = sheet.at(left + x, top + y);
        const std::size_t i = index * kSamplePixels + static_cast<std::size_t>(y * 28 + x);
        if (sheet.pixels[at] != pixels[i] || sheet.writes[at] != 1) ++wrong;
      }
    }
  }
  for (const ImTextureID id : sheets) {
    const auto& writes = textures[id].writes;
    written +=
        writes.size() - static_cast<std::size_t>(std::count(writes.begin(), writes.end(), 0));
  }
  CHECK(wrong == 0);
  CHECK(written == pixels.size());
}

}  // namespace

TEST_CASE("the sheets get every image once, at its place, however they arrive",
          "[ui][image_view]") {
  const auto pixels = pixels_of(10'000);
  FakeTextures textures;
  SampleSheets sheets;
  for (const std::uint32_t ready :
       {0U, 1U, 5U, 5U, 71U, 72U, 73U, 200U, 5'183U, 5'184U, 5'190U, 9'999U, 10'000U}) {
    sheets.update(textures, first_images(pixels, ready));
    CHECK(!sheets.has(ready));
    if (ready > 0) CHECK(sheets.has(ready - 1));
  }
  check_sheets(textures, pixels);

  const int uploads = textures.upload_count();
  sheets.update(textures, first_images(pixels, 10'000));
  CHECK(textures.upload_count() == uploads);
}

TEST_CASE("images that arrive together share an upload, a row of the sheet at a time",
          "[ui][image_view]") {
  const auto pixels = pixels_of(1'000);
  FakeTextures textures;
  SampleSheets sheets;
  sheets.update(textures, first_images(pixels, 1'000));
  CHECK(textures.upload_count() == 14);  // 13 full rows of 72 and the rest
}

TEST_CASE("after the graphics context was lost the sheets are made again", "[ui][image_view]") {
  const auto pixels = pixels_of(6'000);
  FakeTextures textures;
  SampleSheets sheets;
  sheets.update(textures, first_images(pixels, 6'000));
  textures.lose_context();
  sheets.update(textures, first_images(pixels, 6'000));
  check_sheets(textures, pixels);
}

TEST_CASE("when another load of the test set begins, its images replace the old ones",
          "[ui][image_view]") {
  auto pixels = pixels_of(100);
  FakeTextures textures;
  SampleSheets sheets;
  sheets.update(textures, first_images(pixels, 100));
  sheets.update(textures, {});
  CHECK(!sheets.has(0));
  for (std::uint8_t& pixel : pixels) pixel = static_cast<std::uint8_t>(255 - pixel);
  sheets.update(textures, first_images(pixels, 100));
  const auto ids = textures.of_size(kSheetSide, kSheetSide);
  REQUIRE(ids.size() == 1);
  CHECK(textures[ids[0]].pixels[0] == pixels[0]);
  CHECK(textures[ids[0]].pixels[28] == pixels[kSamplePixels]);
}

TEST_CASE("a sample is drawn with its own texels and none of its neighbours'", "[ui][image_view]") {
  const auto pixels = pixels_of(6'000);
  FakeTextures textures;
  SampleSheets sheets;
  sheets.update(textures, first_images(pixels, 6'000));
  const auto ids = textures.of_size(kSheetSide, kSheetSide);
  NullWindow window({400, 300});
  for (const std::uint32_t index : {0U, 71U, 72U, 5'183U, 5'184U, 5'999U}) {
    CAPTURE(index);
    window.frame([&] { sheets.draw(*ImGui::GetForegroundDrawList(), index, {100, 50, 56, 56}); });
    Bounds place, texels;
    for (const DrawnTriangle& triangle : NullWindow::triangles()) {
      REQUIRE(triangle.texture == ids[index / kCells]);
      place.add(triangle);
      for (const ImDrawVert& corner : triangle.corners) {
        texels.add({corner.uv.x * kSheetSide, corner.uv.y * kSheetSide});
      }
    }
    const auto left = static_cast<float>(index % kCells % kColumns * 28);
    const auto top = static_cast<float>(index % kCells / kColumns * 28);
    CHECK(place.box().x == Catch::Approx(100));
    CHECK(place.box().y == Catch::Approx(50));
    CHECK(place.box().width == Catch::Approx(56));
    CHECK(place.box().height == Catch::Approx(56));
    CHECK(texels.box().x == Catch::Approx(left + 0.5F));
    CHECK(texels.box().y == Catch::Approx(top + 0.5F));
    CHECK(texels.box().width == Catch::Approx(27));
    CHECK(texels.box().height == Catch::Approx(27));
  }
}

TEST_CASE("an image that has not arrived is not drawn", "[ui][image_view]") {
  FakeTextures textures;
  SampleSheets sheets;
  sheets.update(textures, {});
  NullWindow window({400, 300});
  window.frame([&] { sheets.draw(*ImGui::GetForegroundDrawList(), 0, {0, 0, 56, 56}); });
  CHECK(NullWindow::triangles().empty());
}

TEST_CASE("a view uploads its image only when the version is another", "[ui][image_view]") {
  FakeTextures textures;
  ImageView view(Sampling::kPixelated);
  GrayImage image = blank_image(28, 28, 7);
  CHECK(view.empty());
  view.set(textures, image, 1);
  CHECK(!view.empty());
  REQUIRE(textures.all().size() == 1);
  CHECK(textures.all()[0].pixels == image.pixels);
  CHECK(textures.all()[0].sampling == Sampling::kPixelated);

  view.set(textures, image, 1);
  CHECK(textures.upload_count() == 1);
  image.at(3, 4) = 200;
  view.set(textures, image, 2);
  CHECK(textures.upload_count() == 2);
  CHECK(textures.all().size() == 1);
  CHECK(textures.all()[0].pixels == image.pixels);
}

TEST_CASE("a view draws its whole image, and nothing before it has one", "[ui][image_view]") {
  FakeTextures textures;
  ImageView view(Sampling::kSmooth);
  NullWindow window({400, 300});
  window.frame([&] { view.draw(*ImGui::GetForegroundDrawList(), {10, 20, 100, 50}); });
  CHECK(NullWindow::triangles().empty());
  view.set(textures, blank_image(56, 28, 1), 1);
  window.frame([&] { view.draw(*ImGui::GetForegroundDrawList(), {10, 20, 100, 50}); });
  Bounds place, texels;
  for (const DrawnTriangle& triangle : NullWindow::triangles()) {
    CHECK(textures.is_ours(triangle.texture));
    place.add(triangle);
    for (const ImDrawVert& corner : triangle.corners) texels.add(corner.uv);
  }
  CHECK(place.box().width == Catch::Approx(100));
  CHECK(place.box().height == Catch::Approx(50));
  CHECK(texels.box().width == Catch::Approx(1));
  CHECK(texels.box().height == Catch::Approx(1));
}

TEST_CASE("a view whose image changes its size leaves no texture behind", "[ui][image_view]") {
  FakeTextures textures;
  ImageView view(Sampling::kPixelated);
  for (int side = 1; side <= 40; ++side) {
    view.set(textures, blank_image(side, 41 - side, 9), static_cast<std::uint64_t>(side));
  }
  const auto living = std::count_if(textures.all().begin(), textures.all().end(),
                                    [](const auto& texture) { return !texture.destroyed; });
  CHECK(living == 1);
  CHECK(textures.all().back().pixels == blank_image(40, 1, 9).pixels);
}

TEST_CASE("a view makes its texture again after the graphics context was lost",
          "[ui][image_view]") {
  FakeTextures textures;
  ImageView view(Sampling::kPixelated);
  const GrayImage image = blank_image(28, 28, 7);
  view.set(textures, image, 1);
  textures.lose_context();
  view.set(textures, image, 1);
  const auto found = textures.of_size(28, 28);
  REQUIRE(found.size() == 1);
  CHECK(textures[found[0]].pixels == image.pixels);
  CHECK(!textures.all()[0].destroyed);  // the id may name another texture by now
}
