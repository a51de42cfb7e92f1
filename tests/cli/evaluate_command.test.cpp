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

nlohmann::json json_file(const std::string& path) {
  const auto file = read_file(path);
  const auto* const first = reinterpret_cast<const char*>(file.data());
  return nlohmann::json::parse(first, first + file.size());
}

nlohmann::json listed_model(const std::string& id) {
  const nlohmann::json listed = json_file(std::string(ATELIER_MODELS) + "/models.json");
  for (const auto& model : listed["models"]) {
    if (model["id"] == id) return model;
  }
  FAIL("models.json has no " << id);
  return {};
}

}  // namespace

TEST_CASE("the whole test set is evaluated as PyTorch evaluated it", "[cli][evaluate]") {
  // The smallest: with sanitizers all four take minutes. models/tests evaluates all, optimised.
  const std::string id = "tiny";
  const nlohmann::json model = listed_model(id);
  const Ran ran = run({"evaluate", "--model",
                       std::string(ATELIER_MODELS) + "/" + model["file"].get<std::string>(),
                       "--images", official(core::kOfficialTestImages.name), "--labels",
                       official(core::kOfficialTestLabels.name), "--json"});
  REQUIRE(ran.exit_code == 0);
  CHECK(ran.err.empty());
  const auto report = nlohmann::json::parse(ran.out);
  CHECK(report["engine"] == "atelier-nn");
  CHECK(report["count"] == 10'000);

  // What models/evaluate.py measured with PyTorch and numpy.
  CHECK(report["correct"] == model["accuracy"]["test_correct"]);
  CHECK(report["accuracy"].get<double>() ==
        Catch::Approx(model["accuracy"]["test"].get<double>()).margin(1e-9));
  const auto& measured = model["calibration"]["test"];
  CHECK(report["log_loss"].get<double>() ==
        Catch::Approx(measured["log_loss_before"].get<double>()).margin(2e-5));
  CHECK(report["ece"].get<double>() ==
        Catch::Approx(measured["ece_before"].get<double>()).margin(2e-5));
  const auto recorded = json_file(std::string(ATELIER_MODELS) + "/recorded/" + id + ".json");
  CHECK(report["confusion"] == recorded["test_confusion"]);

  CHECK(report["model_sha256"] == model["sha256"]);
  CHECK(report["dataset_sha256"]["images"] == core::kOfficialTestImages.gzip_sha256);
  CHECK(report["dataset_sha256"]["labels"] == core::kOfficialTestLabels.gzip_sha256);
}

TEST_CASE("the report has the fields of the page's", "[cli][evaluate]") {
  const TemporaryFolder folder;
  const auto labels = bytes_of(std::vector<std::uint8_t>{1, 2});
  const Ran ran = run({"evaluate", "--model", kModel, "--images",
                       folder.put("images", idx_file({2, 28, 28}, noise(2 * 784))), "--labels",
                       folder.put("labels", idx_file({2}, labels)), "--json"});
  REQUIRE(ran.exit_code == 0);
  const auto report = nlohmann::ordered_json::parse(ran.out);
  const auto keys_of = [](const nlohmann::ordered_json& object) {
    std::string keys;
    for (const auto& item : object.items()) keys += item.key() + ' ';
    return keys;
  };
  CHECK(keys_of(report) ==
        "engine model count correct accuracy ms workers confusion log_loss ece top2_accuracy "
        "macro_f1 classes version model_sha256 dataset_sha256 ");
  REQUIRE(report["classes"].size() == 10);
  CHECK(keys_of(report["classes"][0]) ==
        "label name support precision recall f1 taken_for taken_count ");
  CHECK(report["classes"][1]["support"] == 1);
  CHECK(report["classes"][9]["name"] == "Ankle boot");
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
