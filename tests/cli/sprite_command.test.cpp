// SPDX-License-Identifier: MIT
// Why: a tile in the wrong place is not seen by the eye among 900 others.
#include <catch_amalgamated.hpp>

#include <array>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "core/dataset_loader.hpp"
#include "core/gzip.hpp"
#include "core/sha256.hpp"
#include "tests/cli/command_line.hpp"
#include "tests/cli/png_reader.hpp"
#include "tests/support/idx_builder.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_data.hpp"

using atelier::core::GrayImage;
using atelier::core::kOfficialTestImages;
using atelier::core::kOfficialTestLabels;
using Catch::Matchers::ContainsSubstring;
using namespace atelier::test;

namespace {

std::string sha256_of_pixels(const GrayImage& image) {
  atelier::core::Sha256 hash;
  hash.update(std::as_bytes(std::span(image.pixels)));
  return atelier::core::to_hex(hash.finish());
}

Ran sprite(const std::string& output, const std::string& sheet) {
  return run({"sprite", "--images", official(kOfficialTestImages.name), "--labels",
              official(kOfficialTestLabels.name), "--output", output, "--sheet", sheet});
}

// The pixels of a tile, in a file that was unpacked: 16 bytes of header, 784 an image.
void check_tile(const GrayImage& sheet, int column, int row, std::size_t index,
                const std::vector<std::byte>& file) {
  CAPTURE(column, row, index);
  const GrayImage tile = atelier::core::crop(sheet, {column * 28, row * 28, 28, 28});
  const auto image = std::span(file).subspan(16 + index * 784, 784);
  CHECK(bytes_of(tile.pixels) == ByteVector(image.begin(), image.end()));
}

}  // namespace

TEST_CASE("the sheet of classes has three rows a class in the order of the file", "[cli][sprite]") {
  const TemporaryFolder folder;
  const std::string path = folder / "sprite.png";
  const Ran ran = sprite(path, "classes");
  CHECK(ran.exit_code == 0);
  CHECK(ran.err.empty());
  CHECK(ran.out == path + ": 840 x 840 pixels, 900 images\n");
  const GrayImage sheet = read_png_file(path);
  CHECK(sheet.width == 840);
  CHECK(sheet.height == 840);

  const auto file = atelier::core::gunzip(read_test_data(kOfficialTestImages.name), 64 << 20);
  REQUIRE(file);
  // From the dataset's notes: where each class turns up first.
  constexpr std::array<std::size_t, 10> kFirstOfClass = {19, 2, 1, 13, 6, 8, 4, 9, 18, 0};
  for (std::size_t label = 0; label < 10; ++label) {
    check_tile(sheet, 0, 3 * static_cast<int>(label), kFirstOfClass[label], file.value());
  }
  check_tile(sheet, 1, 3, 3, file.value());  // labels 9 2 1 1 6 1: the second and third trousers
  check_tile(sheet, 2, 3, 5, file.value());

  // numpy: [flatnonzero(labels == c)[:90] for c in range(10)], reshaped to 30 x 30 tiles
  CHECK(sha256_of_pixels(sheet) ==
        "1d65d60a4fd867ef8b1aff41622b7607bfd7519225d1c1080f7738df0fbe67a4");
}

TEST_CASE("the sheet of all images is the file, a hundred a row", "[cli][sprite]") {
  const TemporaryFolder folder;
  const std::string path = folder / "sprite.png";
  CHECK(sprite(path, "all").exit_code == 0);
  const GrayImage sheet = read_png_file(path);
  CHECK(sheet.width == 2800);
  CHECK(sheet.height == 2800);
  // numpy: images.reshape(100, 100, 28, 28).swapaxes(1, 2)
  CHECK(sha256_of_pixels(sheet) ==
        "f11ae9e9008da7cbb9d8721fa3747886fe199d36ebd79a139653192cbb163f39");
}

TEST_CASE("a sheet is refused where there are too few images for it", "[cli][sprite]") {
  const TemporaryFolder folder;
  const std::string images = folder.put("images", idx_samples(899));
  const std::string labels = folder.put("labels", idx_labels(899));
  const std::string output = folder / "sprite.png";
  for (const std::string sheet : {"classes", "all"}) {
    const Ran ran = run(
        {"sprite", "--images", images, "--labels", labels, "--output", output, "--sheet", sheet});
    CHECK(ran.exit_code == 1);
    CHECK_THAT(ran.err, ContainsSubstring("fewer images"));
    CHECK_THAT(ran.err, ContainsSubstring(sheet == "all" ? "899 images, needed are 10000"
                                                         : "89 images of class 9 (Ankle boot)"));
    CHECK(folder.names().count("sprite.png") == 0);
  }
  const std::string one_more = folder.put("images", idx_samples(900));
  folder.put("labels", idx_labels(900));
  CHECK(run({"sprite", "--images", one_more, "--labels", labels, "--output", output}).exit_code ==
        0);
}

TEST_CASE("a sheet needs files that belong together and a place to be", "[cli][sprite]") {
  const TemporaryFolder folder;
  const std::string images = folder.put("images", idx_samples(900));
  const std::string labels = folder.put("labels", idx_labels(900));
  const std::string output = folder / "sprite.png";
  const auto check = [&](const std::string& with_images, const std::string& with_labels,
                         const std::string& with_output, const std::string& words) {
    const Ran ran =
        run({"sprite", "--images", with_images, "--labels", with_labels, "--output", with_output});
    CHECK(ran.exit_code == 1);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, ContainsSubstring(words));
  };
  check(folder / "none", labels, output, "none: No such file");
  check(images, folder / "none", output, "none: No such file");
  check(labels, images, output, "have not been swapped");
  check(images, folder.put("few", idx_labels(12)), output, "900 images, 12 labels");
  check(images, labels, folder / "no/sprite.png", "The result cannot be written.");
  CHECK(folder.names() == std::set<std::string>{"few", "images", "labels"});
}
