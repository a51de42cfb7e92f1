// SPDX-License-Identifier: MIT
// Why: every section of the report must speak of the evaluation that is shown, and of no other.
#include "features/report/views.hpp"

#include <catch_amalgamated.hpp>

#include <cmath>
#include <string>
#include <vector>

#include "features/report/words.hpp"
#include "features/snapshot.hpp"
#include "tests/support/evaluating.hpp"

using namespace atelier::app;
using namespace atelier::test;

using Images = std::vector<std::uint32_t>;
constexpr EngineKind kOwn = EngineKind::kAtelierNn;
constexpr EngineKind kOrt = EngineKind::kOrtWeb;

TEST_CASE("a cell has its images, the most confident first", "[app][report]") {
  Evaluating program;
  program.act(Evaluate{kOwn});
  program.answers(0, {6}, 3);   // image 0, labelled 0
  program.answers(10, {6}, 5);  // image 10, labelled 0
  program.answers(1, {6, 2, 3, 4, 5, 6, 7, 8, 9});
  program.act(SelectCell{Cell{0, 6}});
  CHECK(program.state.report.cell_images == std::vector<std::uint32_t>{10, 0});
  program.finish();
  CHECK(program.state.report.cell_images == std::vector<std::uint32_t>{10, 0});
  program.act(SelectCell{Cell{6, 6}});
  CHECK(program.state.report.cell_images == std::vector<std::uint32_t>{6});
  program.act(SelectCell{});
  CHECK(program.state.report.cell_images.empty());
}

TEST_CASE("mistakes stand by their loss, the sure ones also by their confidence", "[app][report]") {
  Evaluating program;
  program.act(Evaluate{kOwn});
  program.answers(0, {0, 1, 2, 3, 4, 5, 6, 7});
  program.answers(8, {1}, 3);   // labelled 8, not so sure
  program.answers(9, {1}, 12);  // labelled 9, very sure
  program.answers(10, {1}, 8);  // labelled 0
  program.answers(11, {1}, 8);
  CHECK(program.state.report.mistakes.empty());  // while it runs
  program.finish();
  CHECK(program.state.report.mistakes == Images{9, 10, 8});
  CHECK(program.state.report.doubtful == Images{9, 10});
  program.act(Evaluate{kOrt});
  CHECK(program.state.report.mistakes.empty());
  program.act(CancelEvaluation{});
  CHECK(program.state.report.mistakes == Images{9, 10, 8});
}

TEST_CASE("an older evaluation can be looked at again", "[app][report]") {
  Evaluating program;
  const Token older = program.evaluate({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 9});
  const Token newer = program.evaluate({0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 0, 1}, kOrt);
  CHECK(program.shown().token == newer);
  CHECK(program.state.report.mistakes == Images{9});
  program.act(ShowEvaluation{older});
  CHECK(program.shown().token == older);
  CHECK(program.state.report.mistakes == Images{11});
  program.act(ShowEvaluation{999});
  CHECK(program.shown().token == older);
  // A newer one of its kind takes its place, and is shown.
  const Token newest = program.evaluate({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1});
  CHECK(program.shown().token == newest);
}

TEST_CASE("two evaluations are compared image by image", "[app][report]") {
  Evaluating program;
  program.evaluate({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9});
  CHECK(program.state.report.comparison.first == 0);
  const Token first = program.token();
  const Token second = program.evaluate({0, 1, 2, 3, 4, 5, 6, 7, 7, 8, 9, 1}, kOrt);
  const Comparison& comparison = program.state.report.comparison;
  CHECK(comparison.first == second);  // the one shown
  CHECK(comparison.second == first);
  CHECK(comparison.both_right == 8);
  CHECK(comparison.both_wrong == 1);
  CHECK(comparison.only_first == Images{11});
  CHECK(comparison.only_second == Images{8, 9});
  CHECK(comparison.test.exact);
  CHECK(comparison.test.p_value == 1);
  CHECK(comparison_words(comparison) ==
        "Chance alone could make such a difference (p = 1.0000, McNemar's exact test on the 3 "
        "images that one of them alone has right).");
}

TEST_CASE("what is compared is the visitor's choice, never one with itself", "[app][report]") {
  Evaluating program;
  const std::vector<std::uint8_t> right = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1};
  const Token small = program.evaluate(right);
  program.evaluate(right, kOrt);
  program.act(SelectModel{"large"});
  const Token large = program.evaluate(right, kOrt);
  program.act(CompareWith{small});
  CHECK(program.state.report.comparison.first == large);
  CHECK(program.state.report.comparison.second == small);
  program.act(ShowEvaluation{small});
  CHECK(program.state.report.comparison.second == large);
  CHECK(comparison_words(program.state.report.comparison) ==
        "Both are right about exactly the same images.");
}

TEST_CASE("confidence is measured before and after the temperature, and by verdict",
          "[app][report]") {
  Evaluating program;
  program.state.models[0].temperature = 2;
  program.evaluate({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 9}, kOwn, 6);
  const Evaluation& shown = program.shown();
  CHECK(shown.temperature == 2);
  const double after = std::exp(3.0) / (std::exp(3.0) + 9);
  const double before = std::exp(6.0) / (std::exp(6.0) + 9);
  CHECK(shown.metrics.calibration_error() == Catch::Approx(std::abs(11.0 / 12 - after)));
  CHECK(shown.uncalibrated.calibration_error() == Catch::Approx(before - 11.0 / 12));
  CHECK(shown.of(atelier::core::Verdict::kAnswer).count == 12);
  CHECK(shown.of(atelier::core::Verdict::kAnswer).wrong == 1);
  REQUIRE(shown.risks.size() == kRiskSteps);
  CHECK(shown.risks.front() == 0);
  CHECK(shown.risks.back() == Catch::Approx(1.0 / 12));
  CHECK(tally_words({11, 2}, 12) == "11 images (91.7 %), 18.18 % of them wrong");
  CHECK(bin_words(shown.metrics, 10) ==
        "67 to 73 % sure: 12 images, 91.7 % right, 69.1 % sure on average");
  CHECK(bin_words(shown.metrics, 0) == "0 to 7 % sure: 0 images");
}

TEST_CASE("the snapshot has the report's tables", "[app][report][snapshot]") {
  Evaluating program;
  program.evaluate({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 9});
  program.act(SelectCell{Cell{1, 9}});
  program.act(ShowReportSection{ReportSection::kMistakes});
  const std::string json = snapshot_json(program.state, 1);
  const auto has = [&](const char* text) { return json.find(text) != std::string::npos; };
  CHECK(has(R"("section":"mistakes")"));
  CHECK(has(R"("confusion":[[2,0,0,0,0,0,0,0,0,0],[0,1,0,0,0,0,0,0,0,1],)"));
  CHECK(has(R"("taken_for":9,"taken_count":1})"));
  CHECK(has(R"("mistakes":[11],"doubtful":[11],"cell":[1,9])"));
  CHECK(has(R"("comparison":null)"));
  CHECK(has(R"("duplicates":{"in":"pixels","searching":false,"pairs":[]})"));
}
