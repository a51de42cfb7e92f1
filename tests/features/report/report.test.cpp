// SPDX-License-Identifier: MIT
// Why: these are the numbers that people quote, and the files that they hand on.
#include "features/report/report.hpp"

#include <catch_amalgamated.hpp>

#include <limits>
#include <string>
#include <vector>

#include "core/sha256.hpp"
#include "tests/support/fakes.hpp"

using namespace atelier;
using namespace atelier::app;
using namespace atelier::test;
using Catch::Matchers::ContainsSubstring;

namespace {

// Three images, labelled 0, 1 and 2, and a model of temperature 2.
struct ThreeImages : Program {
  ThreeImages() {
    load_test_set(3);
    model.sha256 = "c0ffee";
    model.temperature = 2;
  }
  [[nodiscard]] std::optional<std::string> report(std::span<const float> logits) const {
    return report_json(state.test_set, logits, {EngineKind::kOrtWeb, model, 12.5, 3});
  }
  ModelInfo model = model_named("small");
};

// Logits that give `label` the probability p/(p + 9q) with p = e^lead, q = 1.
void append_logits(std::vector<float>& logits, std::size_t label, float lead) {
  const std::size_t first = logits.size();
  logits.resize(first + 10);
  logits[first + label] = lead;
}

std::vector<float> two_right_one_wrong() {
  std::vector<float> logits;
  append_logits(logits, 0, 50);
  append_logits(logits, 1, 50);
  append_logits(logits, 7, 2);
  return logits;
}

std::string sha256_of(const ByteVector& file) {
  core::Sha256 hash;
  hash.update(file);
  return core::to_hex(hash.finish());
}

}  // namespace

TEST_CASE("a report counts right answers and mistakes by label and answer", "[app][report]") {
  const ThreeImages images;
  const auto report = images.report(two_right_one_wrong());
  REQUIRE(report);
  CHECK(report->starts_with(R"({"engine":"onnxruntime-web","model":"small",)"
                            R"("count":3,"correct":2,"accuracy":0.666666666)"));
  CHECK_THAT(*report, ContainsSubstring(R"("ms":12.5,"workers":3,)"));
  CHECK_THAT(*report,
             ContainsSubstring(R"("confusion":[[1,0,0,0,0,0,0,0,0,0],[0,1,0,0,0,0,0,0,0,0],)"
                               R"([0,0,0,0,0,0,0,1,0,0],)"));
  // At temperature 2 the third answer gives its label 1 / (9 + e): a loss of ln(9 + e), and the
  // first two next to none. In its bin of the confidence e / (9 + e) = 0.232 nothing is right.
  CHECK_THAT(*report, ContainsSubstring(R"("log_loss":0.8203)"));
  CHECK_THAT(*report, ContainsSubstring(R"("ece":0.0773)"));
}

TEST_CASE("a report has the fields of the command line's", "[app][report]") {
  const auto report = ThreeImages().report(two_right_one_wrong());
  REQUIRE(report);
  // Of the outer object: what is in brackets is skipped.
  std::string keys;
  int depth = 0;
  for (std::size_t at = 0; at < report->size(); ++at) {
    const char letter = (*report)[at];
    if (letter == '{' || letter == '[') ++depth;
    if (letter == '}' || letter == ']') --depth;
    const bool starts_key =
        depth == 1 && letter == '"' && ((*report)[at - 1] == '{' || (*report)[at - 1] == ',');
    if (starts_key) keys += report->substr(at + 1, report->find('"', at + 1) - at - 1) + ' ';
  }
  CHECK(keys ==
        "engine model count correct accuracy ms workers confusion log_loss ece top2_accuracy "
        "macro_f1 classes version model_sha256 dataset_sha256 ");
}

TEST_CASE("a report has the scores of each class", "[app][report]") {
  const auto report = ThreeImages().report(two_right_one_wrong());
  REQUIRE(report);
  CHECK_THAT(*report, ContainsSubstring(R"({"label":1,"name":"Trouser","support":1,"precision":1,)"
                                        R"("recall":1,"f1":1,"taken_for":null,"taken_count":0})"));
  CHECK_THAT(*report, ContainsSubstring(R"({"label":2,"name":"Pullover","support":1,"precision":0,)"
                                        R"("recall":0,"f1":0,"taken_for":7,"taken_count":1})"));
  CHECK_THAT(*report, ContainsSubstring(R"("macro_f1":0.2)"));
}

TEST_CASE("a report says of which files and which version it is", "[app][report]") {
  const auto report = ThreeImages().report(two_right_one_wrong());
  REQUIRE(report);
  CHECK_THAT(*report, ContainsSubstring(R"("version":")" ATELIER_VERSION R"(",)"
                                        R"("model_sha256":"c0ffee",)"));
  CHECK_THAT(*report,
             ContainsSubstring(R"("dataset_sha256":{"images":")" + sha256_of(idx_samples(3)) +
                               R"(","labels":")" + sha256_of(idx_labels(3)) + R"("}})"));
}

TEST_CASE("there is no report on images without labels or logits that are no numbers",
          "[app][report]") {
  const ThreeImages images;
  std::vector<float> logits(30);
  logits[13] = std::numeric_limits<float>::quiet_NaN();
  CHECK(!images.report(logits));
  CHECK(!answers_csv(images.state.test_set.loader.view(), logits, 1));
  logits[13] = 0;
  CHECK(images.report(logits));
  logits.resize(40);
  CHECK(!images.report(logits));
  CHECK(!answers_csv(images.state.test_set.loader.view(), logits, 1));
}

TEST_CASE("the answers are a table of a line an image", "[app][report]") {
  const ThreeImages images;
  std::vector<float> logits(20);
  append_logits(logits, 7, 2);
  // At temperature 2: e / (9 + e) and nine times 1 / (9 + e).
  const auto table = answers_csv(images.state.test_set.loader.view(), logits, 2);
  REQUIRE(table);
  CHECK(*table ==
        "index,label,prediction,probability_0,probability_1,probability_2,probability_3,"
        "probability_4,probability_5,probability_6,probability_7,probability_8,probability_9\r\n"
        "0,0,0,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1\r\n"
        "1,1,0,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1\r\n"
        "2,2,7,0.0853367,0.0853367,0.0853367,0.0853367,0.0853367,0.0853367,0.0853367,0.231969,"
        "0.0853367,0.0853367\r\n");
}

TEST_CASE("the evaluation that is shown can be saved once it is complete", "[app][report]") {
  ThreeImages program;
  program.load_model();
  program.act(SaveReport{ReportFormat::kCsv});
  program.act(Evaluate{EngineKind::kAtelierNn});
  const Token token = program.evaluator.started.back().token;
  const std::vector<float> logits = two_right_one_wrong();
  program.send(EvaluationLogits{token, 0, logits});
  program.act(SaveReport{ReportFormat::kJson});
  CHECK(program.saver.saved.empty());
  program.send(EvaluationDone{token, 4});

  program.act(SaveReport{ReportFormat::kJson});
  program.act(SaveReport{ReportFormat::kCsv});
  REQUIRE(program.saver.saved.size() == 2);
  const auto& [json, csv] = std::tie(program.saver.saved[0], program.saver.saved[1]);
  CHECK(json.name == "report-small-atelier-nn.json");
  CHECK(json.mime_type == "application/json");
  const Evaluation& evaluation = program.state.report.done.back();
  CHECK(json.text() == report_json(program.state.test_set, logits,
                                   {EngineKind::kAtelierNn, *find_model(program.state, "small"),
                                    evaluation.elapsed_ms, 4}));
  CHECK(csv.name == "answers-small-atelier-nn.csv");
  CHECK(csv.mime_type == "text/csv");
  CHECK(csv.text() == answers_csv(program.state.test_set.loader.view(), logits, 1));
}
