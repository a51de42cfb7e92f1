// SPDX-License-Identifier: MIT
// Why: exported files are trained on elsewhere; a label beside the wrong image would not be
// noticed.
#include <catch_amalgamated.hpp>

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "core/dataset_loader.hpp"
#include "core/gzip.hpp"
#include "core/sha256.hpp"
#include "tests/cli/command_line.hpp"
#include "tests/cli/png_reader.hpp"
#include "tests/support/gzip_builder.hpp"
#include "tests/support/idx_builder.hpp"
#include "tests/support/temporary_folder.hpp"

using atelier::core::kOfficialTestImages;
using atelier::core::kOfficialTestLabels;
using Catch::Matchers::ContainsSubstring;
using namespace atelier::test;
using Names = std::set<std::string>;

namespace {

// Twelve samples, labels 0, 1, ... 9, 0, 1; packed or not.
struct Twelve {
  explicit Twelve(bool packed = false)
      : images(folder.put("images", packed ? gzip(idx_samples(12)) : idx_samples(12))),
        labels(folder.put("labels", packed ? gzip(idx_labels(12)) : idx_labels(12))) {}

  [[nodiscard]] Ran exported(std::vector<std::string> options) const {
    std::vector<std::string> words = {"export", "--images", images, "--labels", labels};
    words.insert(words.end(), options.begin(), options.end());
    return run(words);
  }

  TemporaryFolder folder;
  std::string images;
  std::string labels;
};

// Offsets and no checks, as in the first line of every notebook.
std::string naive_csv(const ByteVector& images, const ByteVector& labels, std::size_t count) {
  std::string text = "label";
  for (int i = 1; i <= 784; ++i) text += ",pixel" + std::to_string(i);
  text += '\n';
  for (std::size_t i = 0; i < count; ++i) {
    text += std::to_string(std::to_integer<int>(labels[8 + i]));
    for (std::size_t pixel = 0; pixel < 784; ++pixel) {
      text += ',' + std::to_string(std::to_integer<int>(images[16 + i * 784 + pixel]));
    }
    text += '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("png files are named by class and place and hold their image", "[cli][export]") {
  const Twelve twelve;
  const std::string target = twelve.folder / "a/b";
  const Ran ran = twelve.exported({"--png", target});
  CHECK(ran.exit_code == 0);
  CHECK(ran.err.empty());
  CHECK(ran.out == target + ": 12 images\n");
  CHECK(twelve.folder.names("a/b") == Names{"0_00000.png", "1_00001.png", "2_00002.png",
                                            "3_00003.png", "4_00004.png", "5_00005.png",
                                            "6_00006.png", "7_00007.png", "8_00008.png",
                                            "9_00009.png", "0_00010.png", "1_00011.png"});
  const auto images = idx_samples(12);
  const auto last = std::span(images).subspan(16 + 11 * 784, 784);
  const auto png = read_png_file(target + "/1_00011.png");
  CHECK(png.width == 28);
  CHECK(png.height == 28);
  CHECK(bytes_of(png.pixels) == ByteVector(last.begin(), last.end()));
}

TEST_CASE("a csv table is what the naive way makes of the same files", "[cli][export]") {
  for (const bool packed : {false, true}) {
    const Twelve twelve(packed);
    const std::string target = twelve.folder / "table.csv";
    const Ran ran = twelve.exported({"--csv", target});
    CHECK(ran.exit_code == 0);
    CHECK(text_of_file(target) == naive_csv(idx_samples(12), idx_labels(12), 12));
    CHECK(twelve.folder.names() == Names{"images", "labels", "table.csv"});
  }
}

TEST_CASE("the official test set is exported as numpy would", "[cli][export]") {
  const TemporaryFolder folder;
  const std::string target = folder / "test.csv";
  const Ran ran = run({"export", "--images", official(kOfficialTestImages.name), "--labels",
                       official(kOfficialTestLabels.name), "--csv", target, "--limit", "200"});
  REQUIRE(ran.exit_code == 0);
  atelier::core::Sha256 hash;
  hash.update(bytes_of(text_of_file(target)));
  // python3: ','.join(map(str, [labels[i], *images[i].ravel()])) for the first 200
  CHECK(atelier::core::to_hex(hash.finish()) ==
        "4a575e4b19bcc7b374003b679fe062f03250ade5931b024ad78c9e6638eba9f1");
}

TEST_CASE("a limit takes the first images, or all if there are not so many", "[cli][export]") {
  const Twelve twelve;
  const Ran one = twelve.exported({"--png", twelve.folder / "one", "--limit", "1"});
  CHECK(one.out == (twelve.folder / "one") + ": 1 image\n");
  CHECK(twelve.folder.names("one") == Names{"0_00000.png"});
  const Ran many = twelve.exported({"--csv", twelve.folder / "many", "--limit", "1000"});
  CHECK(many.exit_code == 0);
  CHECK(text_of_file(twelve.folder / "many") == naive_csv(idx_samples(12), idx_labels(12), 12));
}

TEST_CASE("an export replaces what an earlier one wrote", "[cli][export]") {
  const Twelve twelve;
  const std::string target = twelve.folder.put("table.csv", "old");
  CHECK(twelve.exported({"--csv", target, "--limit", "2"}).exit_code == 0);
  CHECK(text_of_file(target) == naive_csv(idx_samples(12), idx_labels(12), 2));
}

TEST_CASE("an export that fails says which file it was and leaves nothing", "[cli][export]") {
  const Twelve twelve;
  const auto check = [](const Ran& ran, const std::string& sentence, const std::string& detail) {
    CHECK(ran.exit_code == 1);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, ContainsSubstring(sentence));
    CHECK_THAT(ran.err, ContainsSubstring("\n  " + detail));
  };
  const std::string no_folder = twelve.folder / "no/table.csv";
  check(twelve.exported({"--csv", no_folder}), "The result cannot be written.", no_folder + ": ");
  check(twelve.exported({"--png", twelve.images}), "The result cannot be written.",
        twelve.images + ": ");
  check(twelve.exported({"--csv", twelve.folder.path()}), "The result cannot be written.",
        twelve.folder.path() + ": ");

  const auto broken = [&](const std::string& images, const std::string& labels) {
    return run(
        {"export", "--images", images, "--labels", labels, "--csv", twelve.folder / "table.csv"});
  };
  const auto packed = gzip(idx_samples(12));
  const std::string cut = twelve.folder.put("cut", std::span(packed).first(5000));
  check(broken(cut, twelve.labels), "stops before its end", cut + ": ended");
  const std::string wide = twelve.folder.put("wide", idx_file({12, 2, 2}, noise(48)));
  check(broken(wide, twelve.labels), "cannot be right", wide + ": ");
  const std::string wild = twelve.folder.put("wild", idx_file({12}, ByteVector(12, std::byte{10})));
  check(broken(twelve.images, wild), "a class that does not exist", wild + ": ");
  CHECK(twelve.folder.names() == Names{"cut", "images", "labels", "wide", "wild"});
}
