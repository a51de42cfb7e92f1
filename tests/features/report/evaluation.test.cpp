// SPDX-License-Identifier: MIT
// Why: the report's numbers must be those of the images that were answered, however the answers
// come in, and of no others.
#include "features/report/evaluation.hpp"

#include <catch_amalgamated.hpp>

#include <cmath>
#include <limits>
#include <vector>

#include "features/answer/words.hpp"
#include "tests/support/evaluating.hpp"

using atelier::core::Error;
using atelier::core::ErrorCode;
using namespace atelier::app;
using namespace atelier::test;

constexpr EngineKind kOwn = EngineKind::kAtelierNn;

TEST_CASE("nothing is evaluated before test set and model are there", "[app][evaluation]") {
  Program program;
  program.act(Evaluate{kOwn});
  program.load_model();
  program.act(Evaluate{kOwn});
  CHECK(program.evaluator.started.empty());
  program.load_test_set(3);
  program.act(Evaluate{kOwn});
  REQUIRE(program.evaluator.started.size() == 1);
  CHECK(program.evaluator.started[0].id == "small");
  CHECK(program.evaluator.started[0].engine == kOwn);
}

TEST_CASE("answers count in whatever order they come, while it runs", "[app][evaluation]") {
  Evaluating program;
  program.clock.step_ms = 100;
  program.act(Evaluate{kOwn});
  CHECK(program.shown().metrics.count() == 0);
  program.answers(8, {8, 8, 0, 1});
  CHECK(program.shown().metrics.count() == 4);
  CHECK(program.shown().metrics.correct() == 3);
  CHECK(program.shown().answers[9].label == 8);
  CHECK(program.shown().answers[0].confidence == 0);
  CHECK(program.shown().elapsed_ms == 100);
  program.answers(0, {0, 1, 2, 3, 4, 5, 6, 6});
  program.finish();
  CHECK(!program.state.report.running);
  CHECK(program.shown().metrics.count() == 12);
  CHECK(program.shown().metrics.correct() == 10);
  CHECK(program.shown().metrics.confusion()[7][6] == 1);
  CHECK(program.shown().workers == 2);
}

TEST_CASE("of each image it keeps the answer, the runner-up, the verdict, the loss and the logits",
          "[app][evaluation]") {
  Evaluating program;
  program.state.models[0].temperature = 2;
  program.act(Evaluate{kOwn});
  std::vector<float> logits(10);
  logits[6] = 3;
  logits[4] = 2.8F;
  program.send(EvaluationLogits{program.token(), 4, logits});
  const double sum = std::exp(1.5) + std::exp(1.4) + 8;
  const Evaluation::ImageAnswer& answer = program.shown().answers[4];
  CHECK(answer.label == 6);
  CHECK(answer.second == 4);
  CHECK(answer.verdict == atelier::core::Verdict::kUnsure);
  CHECK(answer.confidence == Catch::Approx(std::exp(1.5) / sum));
  CHECK(answer.loss == Catch::Approx(-std::log(std::exp(1.4) / sum)));
  const auto& kept = program.shown().logits;
  CHECK(kept.size() == 120);
  CHECK(std::vector<float>(kept.begin() + 40, kept.begin() + 50) == logits);
}

TEST_CASE("an evaluation that was cancelled or replaced leaves no trace", "[app][evaluation]") {
  Evaluating program;
  program.act(Evaluate{kOwn});
  program.answers(0, {0, 1});
  const Token first = program.token();
  program.act(CancelEvaluation{});
  CHECK(program.evaluator.cancelled == std::vector<Token>{first});
  CHECK(shown_evaluation(program.state) == nullptr);

  program.act(Evaluate{kOwn});
  program.send(EvaluationLogits{first, 0, std::vector<float>(20)});
  program.send(EvaluationDone{first, 1});
  program.send(EvaluationFailed{first, {ErrorCode::kEngineFailed, ""}});
  CHECK(program.state.report.running);
  CHECK(program.shown().metrics.count() == 0);
  CHECK(!program.state.report.error);

  const Token second = program.token();
  program.act(Evaluate{kOwn});
  CHECK(program.evaluator.cancelled.back() == second);
  CHECK(program.token() != second);
}

TEST_CASE("a failure says why, and what was there before is shown again", "[app][evaluation]") {
  Evaluating program;
  program.act(Evaluate{kOwn});
  program.answers(0, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1});
  program.finish();
  program.act(Evaluate{EngineKind::kOrtWeb});
  program.send(EvaluationFailed{program.token(), {ErrorCode::kNetwork, "gone"}});
  CHECK(program.state.report.error == Error{ErrorCode::kNetwork, "gone"});
  CHECK(program.shown().engine == kOwn);
  program.act(Evaluate{EngineKind::kOrtWeb});
  CHECK(!program.state.report.error);
}

TEST_CASE("logits that are no numbers, or of no image, end it", "[app][evaluation]") {
  Evaluating program;
  program.act(Evaluate{kOwn});
  SECTION("no numbers") {
    std::vector<float> logits(10);
    logits[4] = std::numeric_limits<float>::quiet_NaN();
    program.send(EvaluationLogits{program.token(), 0, logits});
  }
  SECTION("of no image") { program.answers(12, {0}); }
  CHECK(!program.state.report.running);
  CHECK(program.state.report.error);
  CHECK(program.evaluator.cancelled == std::vector<Token>{program.token()});
}

TEST_CASE("the newest result of each model and engine is kept", "[app][evaluation]") {
  Evaluating program;
  for (const EngineKind engine : {kOwn, EngineKind::kOrtWeb, kOwn}) {
    program.act(Evaluate{engine});
    program.answers(0, {0});
    program.finish();
  }
  CHECK(program.state.report.done.size() == 2);
  CHECK(program.shown().engine == kOwn);
}

TEST_CASE("a test set that is loaded anew takes its report along", "[app][evaluation]") {
  Evaluating program;
  program.act(Evaluate{kOwn});
  program.answers(0, {0});
  program.finish();
  program.send(DatasetFileFailed{DatasetFile::kImages, {ErrorCode::kNetwork, ""}});
  program.act(Retry{});
  CHECK(shown_evaluation(program.state) == nullptr);
}

TEST_CASE("how far it is and how it went is said in words", "[app][evaluation][wording]") {
  Evaluating program;
  program.clock.step_ms = 500;
  program.act(Evaluate{kOwn});
  CHECK(evaluation_progress_words(program.shown()) == "0 of 12 images");
  program.answers(0, {0, 1, 2, 3});
  CHECK(evaluation_progress_words(program.shown()) == "4 of 12 images, 8 a second, 1.0 s left");
  program.answers(4, {4, 5, 6, 7, 8, 9, 0, 1});
  program.finish(1);
  CHECK(evaluation_words(program.shown()) ==
        "small, 12 images, by Atelier's own engine in 1 worker, 1.5 s");
}
