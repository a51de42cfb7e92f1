// SPDX-License-Identifier: MIT
#include <catch_amalgamated.hpp>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/dataset_loader.hpp"
#include "core/gzip.hpp"
#include "tests/cli/command_line.hpp"
#include "tests/support/idx_builder.hpp"
#include "tests/support/recorded.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_data.hpp"

using Catch::Matchers::ContainsSubstring;
using namespace atelier;
using namespace atelier::test;

namespace {

const std::string kModel = std::string(ATELIER_MODELS) + "/small.onnx";

}  // namespace

TEST_CASE("the whole test set is evaluated as PyTorch evaluated it", "[cli][evaluate]") {
  const Ran ran =
      run({"evaluate", "--model", kModel, "--images", official(core::kOfficialTestImages.name),
           "--labels", official(core::kOfficialTestLabels.name), "--json"});
  REQUIRE(ran.exit_code == 0);
  CHECK(ran.err.empty());
  const auto report = nlohmann::json::parse(ran.out);
  CHECK(report["engine"] == "atelier-nn");
  CHECK(report["count"] == 10'000);

  // What models/evaluate.py measured with PyTorch and numpy.
  const auto list = read_file(std::string(ATELIER_MODELS) + "/models.json");
  const auto models =
      nlohmann::json::parse(reinterpret_cast<const char*>(list.data()),
                            reinterpret_cast<const char*>(list.data()) + list.size());
  const auto& model = models["models"][0];
  CHECK(report["correct"] == model["accuracy"]["test_correct"]);
  CHECK(report["accuracy"].get<double>() ==
        Catch::Approx(model["accuracy"]["test"].get<double>()).margin(1e-9));
  const auto& measured = model["calibration"]["test"];
  CHECK(report["log_loss"].get<double>() ==
        Catch::Approx(measured["log_loss_before"].get<double>()).margin(2e-5));
  CHECK(report["ece"].get<double>() ==
        Catch::Approx(measured["ece_before"].get<double>()).margin(2e-5));
  const auto recorded = read_file(std::string(ATELIER_MODELS) + "/recorded/small.json");
  const auto small =
      nlohmann::json::parse(reinterpret_cast<const char*>(recorded.data()),
                            reinterpret_cast<const char*>(recorded.data()) + recorded.size());
  CHECK(report["confusion"] == small["test_confusion"]);
}

TEST_CASE("without --json it is told in words", "[cli][evaluate]") {
  const TemporaryFolder folder;
  const auto pixels = noise(2 * 784);
  const auto labels = bytes_of(std::vector<std::uint8_t>{1, 2});
  const Ran ran = run({"evaluate", "--model", kModel, "--images",
                       folder.put("images", idx_file({2, 28, 28}, pixels)), "--labels",
                       folder.put("labels", idx_file({2}, labels))});
  CHECK(ran.exit_code == 0);
  CHECK_THAT(ran.out, ContainsSubstring(" of 2, ") && ContainsSubstring("log loss"));
}

TEST_CASE("--json takes no value", "[cli][evaluate]") {
  const Ran ran = run({"evaluate", "--json=yes"});
  CHECK(ran.exit_code == 2);
  CHECK_THAT(ran.err, ContainsSubstring("--json takes no value."));
}
