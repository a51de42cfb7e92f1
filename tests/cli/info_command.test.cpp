// SPDX-License-Identifier: MIT
// Why: this is asked first when something is wrong with a file, so it must be right about wrong
// ones.
#include <catch_amalgamated.hpp>

#include <string>
#include <vector>

#include "core/dataset_loader.hpp"
#include "core/gzip.hpp"
#include "tests/cli/command_line.hpp"
#include "tests/support/gzip_builder.hpp"
#include "tests/support/idx_builder.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_data.hpp"

using atelier::core::kOfficialTestImages;
using atelier::core::kOfficialTestLabels;
using Catch::Matchers::ContainsSubstring;
using namespace atelier::test;

namespace {

std::string unpacked(std::string_view official_name, const TemporaryFolder& folder) {
  const auto bytes = atelier::core::gunzip(read_test_data(official_name), 64 << 20);
  REQUIRE(bytes);
  return folder.put("unpacked", bytes.value());
}

void check_failure(const std::string& path, const std::string& sentence,
                   const std::string& detail) {
  CAPTURE(path);
  const Ran ran = run({"info", path});
  CHECK(ran.exit_code == 1);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, ContainsSubstring(sentence));
  CHECK_THAT(ran.err, ContainsSubstring("\n  " + path + ": " + detail));
}

}  // namespace

TEST_CASE("the official images are recognised and measured", "[cli][info]") {
  const Ran ran = run({"info", official(kOfficialTestImages.name)});
  CHECK(ran.exit_code == 0);
  CHECK(ran.err.empty());
  // numpy: mean 73.146567, std 89.873259, half of all pixels 0
  for (const std::string text :
       {"IDX images, packed with gzip", "4,422,102, unpacked 7,840,016",
        "yes, t10k-images-idx3-ubyte.gz\n", "images        10,000\n", "28 x 28 pixels",
        "73.147 of 255", "89.873", "50.0 %",
        "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"}) {
    CHECK_THAT(ran.out, ContainsSubstring(text));
  }
}

TEST_CASE("the official labels are recognised and counted by class", "[cli][info]") {
  const Ran ran = run({"info", official(kOfficialTestLabels.name)});
  CHECK(ran.exit_code == 0);
  CHECK_THAT(ran.out, ContainsSubstring("IDX labels, packed with gzip"));
  CHECK_THAT(ran.out, ContainsSubstring("yes, t10k-labels-idx1-ubyte.gz\n"));
  CHECK_THAT(ran.out, ContainsSubstring("    0  T-shirt/top       1,000   10.0 %\n"));
  CHECK_THAT(ran.out, ContainsSubstring("    9  Ankle boot        1,000   10.0 %\n"));
}

TEST_CASE("the official files are recognised unpacked as well", "[cli][info]") {
  const TemporaryFolder folder;
  const Ran ran = run({"info", unpacked(kOfficialTestLabels.name, folder)});
  CHECK_THAT(ran.out, ContainsSubstring("what it is    IDX labels\n"));
  CHECK_THAT(ran.out, ContainsSubstring("bytes         10,008\n"));
  CHECK_THAT(ran.out, ContainsSubstring("yes, t10k-labels-idx1-ubyte.gz, unpacked\n"));
}

TEST_CASE("other images and labels are measured, whatever size and value they have",
          "[cli][info]") {
  const TemporaryFolder folder;
  const auto pixels = bytes_of(std::vector<std::uint8_t>{0, 10, 20, 30, 0, 60});
  const Ran images = run({"info", folder.put("images", idx_file({1, 2, 3}, pixels))});
  CHECK(images.exit_code == 0);
  // numpy: mean 20, std 20.816660
  for (const std::string text : {"no, not a file of Fashion-MNIST", "images        1\n",
                                 "3 x 2 pixels", "20.000 of 255", "20.817", "33.3 %"}) {
    CHECK_THAT(images.out, ContainsSubstring(text));
  }
  const auto values = bytes_of(std::vector<std::uint8_t>{3, 3, 12, 3});
  const Ran labels = run({"info", folder.put("labels", gzip(idx_file({4}, values)))});
  CHECK(labels.exit_code == 0);
  CHECK_THAT(labels.out, ContainsSubstring("    3  Dress                 3   75.0 %\n"));
  CHECK_THAT(labels.out, ContainsSubstring("    4  Coat                  0    0.0 %\n"));
  CHECK_THAT(labels.out, ContainsSubstring("   12  no such class         1   25.0 %\n"));
}

TEST_CASE("a model is told by its name, unless it is something else", "[cli][info]") {
  const TemporaryFolder folder;
  const Ran model = run({"info", std::string(ATELIER_MODELS) + "/small.onnx"});
  CHECK(model.exit_code == 0);
  // python3-onnx: 95,418 weights and the mean of the pixels
  for (const std::string text :
       {"ONNX model\n  bytes         194,509\n", "IR 8, opset 17", "95,419 numbers",
        "image [any, 1, 28, 28]", "logits [any, 10]", "features [any, 56]", "map [any, 56, 7, 7]",
        "7 Conv", "runs here     yes\n"}) {
    CHECK_THAT(model.out, ContainsSubstring(text));
  }
  CHECK_THAT(model.out, !ContainsSubstring("official"));
  const Ran broken =
      run({"info", folder.put("broken.onnx", std::string("\x08\x08\x12\x04name", 8))});
  CHECK(broken.exit_code == 1);
  CHECK_THAT(broken.err, ContainsSubstring("There is no ONNX model in this file"));

  const Ran labels = run({"info", folder.put("b.onnx", idx_labels(3))});
  CHECK_THAT(labels.out, ContainsSubstring("IDX labels\n"));
  const Ran packed = run({"info", folder.put("c.onnx", gzip(idx_labels(3)))});
  CHECK_THAT(packed.out, ContainsSubstring("IDX labels, packed with gzip\n"));
}

TEST_CASE("a file that is nothing of all that is named for what is wrong", "[cli][info]") {
  const TemporaryFolder folder;
  const auto labels = idx_labels(30);
  const auto packed = gzip(labels);
  check_failure(folder / "missing", "This file cannot be read.", "No such file");
  check_failure(folder.path(), "This file cannot be read.", "Is a directory");
  check_failure(folder.put("empty", ""), "stops before its end", "no bytes at all");
  check_failure(folder.put("empty.onnx", ""), "stops before its end", "no bytes at all");
  check_failure(folder.put("text", "hello"), "not the compressed data file", "first bytes 68");
  check_failure(folder.put("page", "<!doctype html>"), "A web page arrived", "first bytes");
  check_failure(folder.put("cut.gz", std::span(packed).first(packed.size() - 9)),
                "stops before its end", "ended");
  check_failure(folder.put("cut", std::span(labels).first(20)), "holds less than it announces",
                "12 bytes of 30");
  check_failure(folder.put("short", std::span(labels).first(3)), "holds less than it announces",
                "ended after 3 bytes");
  check_failure(folder.put("long", concat(labels, bytes_of("x"))), "holds more than it announces",
                "more than");
  check_failure(folder.put("tar.gz", gzip(bytes_of("tar tar"))), "there is no dataset in it",
                "first two bytes");
  check_failure(folder.put("floats", idx_file({1, 1, 1}, noise(4), {.type = 0x0d})),
                "another kind of numbers", "element type");
  check_failure(folder.put("square", idx_file({2, 2}, noise(4))), "Labels arrived", "dimensions");
}

TEST_CASE("one bad file does not keep the others from being told about", "[cli][info]") {
  const TemporaryFolder folder;
  const Ran ran = run({"info", folder.put("a", idx_labels(7)), folder / "missing",
                       folder.put("b", idx_samples(2))});
  CHECK(ran.exit_code == 1);
  CHECK_THAT(ran.out, ContainsSubstring("labels        7\n"));
  CHECK_THAT(ran.out, ContainsSubstring("images        2\n"));
  CHECK_THAT(ran.err, ContainsSubstring("missing"));
}
