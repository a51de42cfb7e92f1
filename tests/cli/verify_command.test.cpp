// SPDX-License-Identifier: MIT
// Why: the commonest mistake with this dataset is to have another one.
#include <catch_amalgamated.hpp>

#include <filesystem>
#include <string>

#include "core/dataset_loader.hpp"
#include "core/gzip.hpp"
#include "tests/cli/command_line.hpp"
#include "tests/support/gzip_builder.hpp"
#include "tests/support/idx_builder.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_data.hpp"

using Catch::Matchers::ContainsSubstring;
using namespace atelier::test;

namespace {

constexpr const char* kTestImages = "t10k-images-idx3-ubyte.gz";
constexpr const char* kTestLabels = "t10k-labels-idx1-ubyte.gz";
constexpr const char* kTrainingImages = "train-images-idx3-ubyte.gz";
constexpr const char* kTrainingLabels = "train-labels-idx1-ubyte.gz";

}  // namespace

TEST_CASE("a folder's files are official, not there, or other ones", "[cli][verify]") {
  const TemporaryFolder folder;
  folder.put(kTestLabels, read_test_data(kTestLabels));
  folder.put(kTestImages, gzip(idx_samples(5)));
  folder.put(kTrainingLabels, read_test_data(kTestLabels));  // official, but not this one
  const Ran ran = run({"verify", folder.path()});
  CHECK(ran.exit_code == 1);
  CHECK(ran.err.empty());
  CHECK(ran.out ==
        "not there     train-images-idx3-ubyte.gz\n"
        "another file  train-labels-idx1-ubyte.gz\n"
        "another file  t10k-images-idx3-ubyte.gz\n"
        "official      t10k-labels-idx1-ubyte.gz\n");
}

TEST_CASE("a file that was unpacked counts, but only under the name of one", "[cli][verify]") {
  const TemporaryFolder folder;
  const auto packed = read_test_data(kTestLabels);
  const auto unpacked = atelier::core::gunzip(packed, 1 << 20);
  REQUIRE(unpacked);
  folder.put("t10k-labels-idx1-ubyte", unpacked.value());
  CHECK_THAT(run({"verify", folder.path()}).out,
             ContainsSubstring("official      t10k-labels-idx1-ubyte\n"));
  folder.put("t10k-labels-idx1-ubyte", packed);
  CHECK_THAT(run({"verify", folder.path()}).out,
             ContainsSubstring("another file  t10k-labels-idx1-ubyte\n"));
  folder.put(kTestLabels, unpacked.value());
  CHECK_THAT(run({"verify", folder.path()}).out,
             ContainsSubstring("another file  t10k-labels-idx1-ubyte.gz\n"));
}

TEST_CASE("four official files are what is wanted", "[cli][verify]") {
  const std::string folder = official("");
  if (!std::filesystem::exists(official(kTrainingImages)) ||
      !std::filesystem::exists(official(kTrainingLabels))) {
    SKIP("the training set is not here: tools/setup.sh --models fetches it");
  }
  const Ran ran = run({"verify", folder});
  CHECK(ran.exit_code == 0);
  CHECK(ran.out ==
        "official      train-images-idx3-ubyte.gz\n"
        "official      train-labels-idx1-ubyte.gz\n"
        "official      t10k-images-idx3-ubyte.gz\n"
        "official      t10k-labels-idx1-ubyte.gz\n");
}

TEST_CASE("the training files are official unpacked as well", "[cli][verify]") {
  // zcat train-images-idx3-ubyte.gz | sha256sum, and likewise the labels
  CHECK(atelier::core::kOfficialTrainingImages.idx_sha256 ==
        "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888");
  CHECK(atelier::core::kOfficialTrainingLabels.idx_sha256 ==
        "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9");
}

TEST_CASE("what is no folder cannot be verified", "[cli][verify]") {
  const TemporaryFolder folder;
  for (const std::string& path : {folder / "missing", folder.put("file", "text")}) {
    const Ran ran = run({"verify", path});
    CHECK(ran.exit_code == 1);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, ContainsSubstring("\n  " + path + ": "));
  }
}

TEST_CASE("a file that cannot be read does not keep the others from being verified",
          "[cli][verify]") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / kTrainingImages);
  folder.put(kTestLabels, read_test_data(kTestLabels));
  const Ran ran = run({"verify", folder.path()});
  CHECK(ran.exit_code == 1);
  CHECK_THAT(ran.err, ContainsSubstring(std::string(kTrainingImages) + ": Is a directory"));
  CHECK_THAT(ran.out, ContainsSubstring("official      t10k-labels-idx1-ubyte.gz\n"));
}
