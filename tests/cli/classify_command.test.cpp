// SPDX-License-Identifier: MIT
#include <catch_amalgamated.hpp>

#include <string>

#include "core/dataset_loader.hpp"
#include "tests/cli/command_line.hpp"
#include "tests/support/idx_builder.hpp"
#include "tests/support/temporary_folder.hpp"

using Catch::Matchers::ContainsSubstring;
using namespace atelier::test;

namespace {

const std::string kModel = std::string(ATELIER_MODELS) + "/small.onnx";
std::string images() { return official(atelier::core::kOfficialTestImages.name); }

}  // namespace

TEST_CASE("one image is answered with all ten classes", "[cli][classify]") {
  const Ran ran = run({"classify", "--model", kModel, "--images", images(), "--index", "0"});
  CHECK(ran.exit_code == 0);
  CHECK(ran.err.empty());
  // models/recorded/small.json, from PyTorch: 0.99992 and 0.00001
  CHECK_THAT(ran.out, ContainsSubstring("9  Ankle boot   100.0 %  ######"));
  CHECK_THAT(ran.out, ContainsSubstring("7  Sneaker        0.0 %  \n"));
}

TEST_CASE("without an index every image has a line", "[cli][classify]") {
  const TemporaryFolder folder;
  const auto pixels = noise(3 * 784);
  const Ran ran = run({"classify", "--model", kModel, "--images",
                       folder.put("three", idx_file({3, 28, 28}, pixels))});
  CHECK(ran.exit_code == 0);
  CHECK_THAT(ran.out, ContainsSubstring("0\t") && ContainsSubstring("\n2\t"));
  CHECK_THAT(ran.out, !ContainsSubstring("\n3\t"));
}

TEST_CASE("what cannot be classified is said", "[cli][classify]") {
  const TemporaryFolder folder;
  const auto check = [&](const std::string& model, const std::string& file,
                         const std::string& index, int exit_code, const std::string& words) {
    const Ran ran = run({"classify", "--model", model, "--images", file, "--index", index});
    CAPTURE(model, file, index);
    CHECK(ran.exit_code == exit_code);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, ContainsSubstring(words));
  };
  check(kModel, images(), "10000", 2, "a whole number from 0 to 9999 here, not '10000'");
  check(kModel, images(), "-1", 2, "not '-1'");
  check(kModel, images(), "1x", 2, "not '1x'");
  check(folder / "missing.onnx", images(), "0", 1, "cannot be read");
  check(folder.put("no.onnx", "no model"), images(), "0", 1, "There is no ONNX model");
  check(kModel, official(atelier::core::kOfficialTestLabels.name), "0", 1, "images are expected");
  check(kModel, folder.put("large", idx_file({1, 29, 28}, noise(29 * 28))), "0", 1,
        "images of 28x28 are expected");
}
