// SPDX-License-Identifier: MIT
// Why: whatever a visitor brings, the page must go on with what it has, and say in words what
// became of the file.
#include "features/models/own_model.hpp"

#include <catch_amalgamated.hpp>

#include "features/answer/words.hpp"
#include "features/models/words.hpp"
#include "tests/support/fakes.hpp"

using atelier::core::ErrorCode;
using namespace atelier::app;
using namespace atelier::test;

namespace {

// Named right: 150 of 200 as 0 to 1, fewer otherwise; as bytes it cannot be read inverted.
OwnModelReady ready_model() {
  OwnModelReady event{.title = "mine.onnx",
                      .form = "float32 [N, 1, 28, 28], gives logits",
                      .bytes = 1'200'000,
                      .reading = {PixelRange::kUnit, false},
                      .scores = {},
                      .sha256 = "50f7"};
  for (ReadingScore& score : event.scores) score = {20, 40};
  event.scores[2] = {150, 200};
  event.scores[1] = {};
  return event;
}

struct PageWithModel : Program {
  PageWithModel() {
    load_model();
    load_test_set(20);
    act(SelectSample{0});
    answer(kTrouser);
  }

  void bring_model() {
    send(OwnModelOpening{"mine.onnx"});
    send(ready_model());
    send(ModelLoaded{classifier.loads.back().token});
  }
  [[nodiscard]] std::string answering() const { return state.engines.model_id; }
};

}  // namespace

TEST_CASE("a model of one's own is one among the others, and answers at once", "[app][own-model]") {
  PageWithModel program;
  program.bring_model();
  CHECK(program.answering() == "own");
  CHECK(program.classifier.loads.back().id == "own");
  program.answer(kSneaker);
  REQUIRE(current_answer(program.state) != nullptr);
  CHECK(current_answer(program.state)->prediction.label == kSneaker);
  REQUIRE(program.state.models.size() == 3);
  CHECK(program.state.models[2].own);
  CHECK(program.state.models[2].sha256 == "50f7");
  CHECK(news_words(program.state) ==
        "mine.onnx answers now. It reads pixels as 0 to 1, and so names 150 of 200 test images "
        "right. That was found by trying; you can change it.");

  program.act(SelectModel{"small"});
  CHECK(program.answering() == "small");
  program.act(SelectModel{"own"});
  CHECK(program.answering() == "own");
}

TEST_CASE("a second model takes the place of the first, its reports included", "[app][own-model]") {
  PageWithModel program;
  program.bring_model();
  program.act(Evaluate{EngineKind::kAtelierNn});
  CHECK(program.evaluator.started.back().engine == EngineKind::kOrtWeb);  // ours cannot run it
  program.send(EvaluationDone{program.evaluator.started.back().token, 1});
  REQUIRE(program.state.report.done.size() == 1);
  program.bring_model();
  CHECK(program.state.models.size() == 3);
  CHECK(program.state.report.done.empty());
}

TEST_CASE("the reading can be changed, and what was answered under another is forgotten",
          "[app][own-model]") {
  PageWithModel program;
  program.bring_model();
  program.answer(kSneaker);
  program.act(Evaluate{EngineKind::kOrtWeb});
  const Token evaluation = program.evaluator.started.back().token;
  const Reading inverted{PixelRange::kUnit, true};
  program.act(ReadOwnModel{inverted});
  CHECK(program.visitor.readings == std::vector<Reading>{inverted});
  CHECK(program.evaluator.cancelled == std::vector<Token>{evaluation});
  CHECK(current_answer(program.state) == nullptr);
  program.send(ModelLoaded{program.classifier.loads.back().token});
  program.answer(kCoat);
  CHECK(current_answer(program.state)->prediction.label == kCoat);
  CHECK(score_words(program.state.own_model) ==
        "It reads pixels as 0 to 1, inverted, and so names 20 of 40 test images right.");

  program.act(ReadOwnModel{{PixelRange::k255, true}});  // not one that it can be read by
  CHECK(program.state.own_model.reading == inverted);
}

TEST_CASE("a file that is refused leaves what worked untouched", "[app][own-model]") {
  PageWithModel program;
  const bool had_one = GENERATE(false, true);
  if (had_one) program.bring_model();
  program.send(OwnModelOpening{"bad.onnx"});
  program.send(OwnModelProgress{OpeningStep::kFile, 5'000'000, 10'000'000});
  CHECK(opening_words(*program.state.own_model.opening) ==
        "Opening bad.onnx: reading the file, 5.0 MB of 10.0 MB");
  program.send(OwnModelRefused{{ErrorCode::kModelOutput, "y: [N, 7]"}});
  CHECK(!program.state.own_model.opening);
  CHECK(program.state.own_model.error->code == ErrorCode::kModelOutput);
  CHECK(program.state.own_model.refused_title == "bad.onnx");
  CHECK(program.answering() == (had_one ? "own" : "small"));
  program.act(DismissOwnModelNews{});
  CHECK(!program.state.own_model.error);
}

TEST_CASE("a model that breaks down gives way to the page's own", "[app][own-model]") {
  PageWithModel program;
  program.bring_model();
  SECTION("when its worker was stopped") {
    program.send(OwnModelLost{{ErrorCode::kModelTooSlow, "no answer for 10 s"}});
    CHECK(program.state.own_model.error->code == ErrorCode::kModelTooSlow);
  }
  SECTION("when a run failed") {
    program.send(ClassifyFailed{program.classifier.requests.back().token,
                                {ErrorCode::kEngineFailed, "trap"}});
    CHECK(program.visitor.forgotten == 1);
  }
  SECTION("when it gave no numbers") {
    std::array<float, 10> hollow{};
    hollow[3] = std::numeric_limits<float>::quiet_NaN();
    program.answer(hollow);
    CHECK(program.visitor.forgotten == 1);
  }
  CHECK(program.answering() == "small");
  CHECK(find_model(program.state, "own") == nullptr);
  CHECK(program.state.own_model.error);
  CHECK(current_error(program.state) == nullptr);
  program.send(ModelLoaded{program.classifier.loads.back().token});
  program.answer(kTrouser);
  CHECK(current_answer(program.state)->prediction.label == kTrouser);
}

TEST_CASE("a model that breaks down while another one answers is only taken off the list",
          "[app][own-model]") {
  PageWithModel program;
  program.bring_model();
  program.act(SelectModel{"large"});
  program.send(OwnModelLost{{ErrorCode::kEngineFailed, "gone"}});
  CHECK(program.answering() == "large");
  CHECK(program.state.models.size() == 2);
}

TEST_CASE("an opening can be cancelled, and nothing is heard of it any more", "[app][own-model]") {
  PageWithModel program;
  program.send(OwnModelOpening{"slow.onnx"});
  program.act(CancelOpening{});
  CHECK(program.visitor.openings_cancelled == 1);
  CHECK(!program.state.own_model.opening);
  program.send(OwnModelProgress{OpeningStep::kTrial, 1, 2});
  CHECK(!program.state.own_model.opening);
}
