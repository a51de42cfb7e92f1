// SPDX-License-Identifier: MIT
// Why: two engines answer in turn. A visitor must get an answer as soon as one of them can give it,
// lose none when one fails, and always read which one it was.
#include <catch_amalgamated.hpp>

#include <array>
#include <cmath>
#include <string>

#include "features/answer/classification.hpp"
#include "features/answer/words.hpp"
#include "tests/support/fakes.hpp"

using atelier::core::Error;
using atelier::core::ErrorCode;
using namespace atelier::app;
using namespace atelier::test;

namespace {

constexpr EngineKind kOwn = EngineKind::kAtelierNn;
constexpr EngineKind kOrt = EngineKind::kOrtWeb;

// Three test images are there, the first is shown, and both engines are being started.
struct TwoEngines : Program {
  TwoEngines() {
    has_own_engine = true;
    load_test_set(3);
    act(SelectSample{0});
    send(ModelsListed{{model_named("small"), model_named("large")}, "small"});
  }

  FakeClassifier& fake(EngineKind kind) { return kind == kOwn ? own_engine : classifier; }
  std::size_t asked(EngineKind kind) { return fake(kind).requests.size(); }
  void get_ready(EngineKind kind) { send(ModelLoaded{fake(kind).loads.back().token}); }
  void fail(EngineKind kind, Error error = {ErrorCode::kNetwork, "out"}) {
    send(ModelFailed{fake(kind).loads.back().token, std::move(error)});
  }
  void fail_run(EngineKind kind) {
    send(ClassifyFailed{fake(kind).requests.back().token, {ErrorCode::kEngineFailed, "trap"}});
  }
  void answer_by(EngineKind kind, const std::array<float, 10>& logits) {
    send(Classified{fake(kind).requests.back().token, logits, 0.5});
  }
  void answer_by(EngineKind kind, std::uint8_t label) { answer_by(kind, logits_for(label)); }
};

}  // namespace

TEST_CASE("both engines load the same model at once", "[app][engines]") {
  TwoEngines program;
  REQUIRE(program.own_engine.loads.size() == 1);
  REQUIRE(program.classifier.loads.size() == 1);
  CHECK(program.own_engine.loads[0].id == "small");
  CHECK(program.classifier.loads[0].id == "small");
  CHECK(program.own_engine.loads[0].token != program.classifier.loads[0].token);
}

TEST_CASE("the engine that is ready first answers, and the page is ready with it",
          "[app][engines]") {
  const EngineKind first = GENERATE(kOwn, kOrt);
  TwoEngines program;
  CHECK(phase(program.state) == Phase::kLoading);
  program.get_ready(first);
  CHECK(phase(program.state) == Phase::kReady);
  CHECK(answering_engine(program.state) == first);
  REQUIRE(program.asked(first) == 1);
  CHECK(program.fake(first).requests[0].pixels == program.state.input.seen.pixels);
  program.answer_by(first, kCoat);
  REQUIRE(program.state.answer);
  CHECK(program.state.answer->engine == first);
  CHECK(program.asked(other(first)) == 0);
}

TEST_CASE("ONNX Runtime Web takes over once it is ready, and the old answer stays until its own",
          "[app][engines]") {
  TwoEngines program;
  program.get_ready(kOwn);
  program.answer_by(kOwn, kCoat);
  program.get_ready(kOrt);
  CHECK(answering_engine(program.state) == kOrt);
  REQUIRE(program.state.answer);
  CHECK(program.state.answer->engine == kOwn);
  REQUIRE(program.asked(kOrt) == 1);
  program.answer_by(kOrt, kCoat);
  CHECK(program.state.answer->engine == kOrt);
}

TEST_CASE("whoever wants our own engine keeps it", "[app][engines]") {
  TwoEngines program;
  program.act(SelectEngine{kOwn});
  program.get_ready(kOwn);
  program.answer_by(kOwn, kCoat);
  program.get_ready(kOrt);
  CHECK(answering_engine(program.state) == kOwn);
  program.answer_by(kOrt, kTrouser);  // asked to compare
  CHECK(program.state.answer->engine == kOwn);
  CHECK(program.state.answer->prediction.label == kCoat);
}

TEST_CASE("a switch shows the other engine's answer at once where there is one", "[app][engines]") {
  TwoEngines program;
  program.get_ready(kOwn);
  program.get_ready(kOrt);
  program.answer_by(kOwn, kCoat);
  program.answer_by(kOrt, kTrouser);
  CHECK(program.state.answer->engine == kOrt);
  program.act(SelectEngine{kOwn});
  CHECK(program.state.answer->engine == kOwn);
  CHECK(program.state.answer->prediction.label == kCoat);
  program.act(SelectEngine{kOrt});
  CHECK(program.state.answer->engine == kOrt);
}

TEST_CASE("a moving brush asks the answering engine alone, what rests asks both",
          "[app][engines]") {
  TwoEngines program;
  program.get_ready(kOwn);
  program.get_ready(kOrt);
  program.answer_by(kOwn, kCoat);
  program.answer_by(kOrt, kCoat);
  program.act(BeginStroke{{0.2F, 0.2F}});
  for (int k = 0; k < 5; ++k) {
    program.act(ExtendStroke{{{0.2F, 0.3F + 0.1F * static_cast<float>(k)}}});
    program.answer_by(kOrt, kCoat);  // an older input, so the newest goes next
  }
  CHECK(program.asked(kOwn) == 1);
  program.answer_by(kOrt, kCoat);  // the newest
  CHECK(program.asked(kOwn) == 2);
  CHECK(program.own_engine.requests.back().pixels == program.classifier.requests.back().pixels);
}

TEST_CASE("the agreement is the largest difference of a probability over all compared inputs",
          "[app][engines]") {
  TwoEngines program;
  program.get_ready(kOwn);
  program.get_ready(kOrt);
  std::array<float, 10> even{};
  std::array<float, 10> leaning{};
  leaning[3] = 0.5F;
  // softmax by hand: e^0.5 / (9 + e^0.5) against 1 / 10
  const float expected = std::exp(0.5F) / (9 + std::exp(0.5F)) - 0.1F;
  program.answer_by(kOrt, even);
  program.answer_by(kOwn, leaning);
  CHECK(program.state.engines.agreement.inputs == 1);
  CHECK(program.state.engines.agreement.largest_difference == Catch::Approx(expected));
  program.act(SelectSample{1});
  program.answer_by(kOrt, even);
  program.answer_by(kOwn, even);
  CHECK(program.state.engines.agreement.inputs == 2);
  CHECK(program.state.engines.agreement.largest_difference == Catch::Approx(expected));

  program.act(SelectModel{"large"});
  CHECK(program.state.engines.agreement.inputs == 0);
}

TEST_CASE("without ONNX Runtime Web the page goes on, and says so until somebody has read it",
          "[app][engines]") {
  TwoEngines program;
  program.get_ready(kOwn);
  CHECK(notice(program.state) == nullptr);
  program.fail(kOrt);
  CHECK(phase(program.state) == Phase::kReady);
  CHECK(current_error(program.state) == nullptr);
  REQUIRE(notice(program.state) != nullptr);
  CHECK(*notice(program.state) == Error{ErrorCode::kNetwork, "out"});
  program.answer_by(kOwn, kCoat);
  program.act(SelectSample{1});
  program.answer_by(kOwn, kTrouser);
  CHECK(program.state.answer->prediction.label == kTrouser);

  program.act(DismissNotice{});
  CHECK(notice(program.state) == nullptr);
  program.act(Retry{});
  REQUIRE(program.classifier.loads.size() == 2);
  CHECK(program.own_engine.loads.size() == 1);  // what works is left alone
  program.fail(kOrt);
  CHECK(notice(program.state) != nullptr);  // of the new attempt
  program.act(Retry{});
  program.get_ready(kOrt);
  CHECK(notice(program.state) == nullptr);
  CHECK(answering_engine(program.state) == kOrt);
}

TEST_CASE("an engine that stops in the middle is replaced without losing the answer",
          "[app][engines]") {
  TwoEngines program;
  program.get_ready(kOwn);
  program.get_ready(kOrt);
  program.answer_by(kOwn, kCoat);
  program.fail_run(kOrt);
  REQUIRE(program.state.answer);
  CHECK(program.state.answer->engine == kOwn);
  CHECK(phase(program.state) == Phase::kReady);
  program.act(SelectSample{2});
  program.answer_by(kOwn, kPullover);
  CHECK(program.state.answer->prediction.label == kPullover);
}

TEST_CASE("a model that our engine cannot run waits for ONNX Runtime Web without an error",
          "[app][engines]") {
  TwoEngines program;
  program.fail(kOwn, {ErrorCode::kOnnxUnsupported, "Loop"});
  CHECK(phase(program.state) == Phase::kLoading);
  CHECK(current_error(program.state) == nullptr);
  CHECK(notice(program.state) == nullptr);
  program.get_ready(kOrt);
  CHECK(phase(program.state) == Phase::kReady);
}

TEST_CASE("when both engines have failed that is an error, told as the wanted one tells it",
          "[app][engines]") {
  TwoEngines program;
  program.fail(kOwn, {ErrorCode::kOnnxNotOnnx, "ours"});
  program.fail(kOrt, {ErrorCode::kModelUnusable, "theirs"});
  REQUIRE(current_error(program.state) != nullptr);
  CHECK(*current_error(program.state) == Error{ErrorCode::kModelUnusable, "theirs"});
  CHECK(notice(program.state) == nullptr);
  program.act(Retry{});
  CHECK(current_error(program.state) == nullptr);
  CHECK(program.own_engine.loads.size() == 2);
  CHECK(program.classifier.loads.size() == 2);
}

TEST_CASE("what the engines do is said in words", "[app][engines][wording]") {
  TwoEngines program;
  CHECK(engine_state_words(program.state, kOwn).empty());
  program.get_ready(kOwn);
  CHECK(engine_state_words(program.state, kOrt) == "loading");
  program.send(EngineProgress{kOrt, 1'200'000, 14'500'000});
  CHECK(engine_state_words(program.state, kOwn) == "ready");
  CHECK(engine_state_words(program.state, kOrt) == "loading, 1.2 MB of 14.5 MB");
  program.send(EngineProgress{kOrt, 14'500'000, 14'500'000});
  CHECK(engine_state_words(program.state, kOrt) == "starting");
  program.get_ready(kOrt);
  CHECK(engine_state_words(program.state, kOwn) == "ready");
  program.fail_run(kOrt);
  CHECK(engine_state_words(program.state, kOrt) == "not available");
  CHECK(notice_words(*notice(program.state)).find("Atelier's own engine answers") !=
        std::string::npos);
}

TEST_CASE("a difference is said with its first digit, rounded up", "[app][engines][wording]") {
  const auto words = [](std::uint64_t inputs, float difference) {
    return agreement_words({inputs, difference});
  };
  CHECK(words(0, 0).empty());
  CHECK(words(1, 0) ==
        "On the one image that both engines have answered so far, their probabilities are the "
        "same.");
  CHECK(words(12, 2.98e-7F) ==
        "On the 12 images that both engines have answered so far, the largest difference between "
        "their probabilities is 3e-7.");
  CHECK(words(12, 0.021F).ends_with(" is 0.03."));
  CHECK(words(12, 0.6F).ends_with(" is 0.6."));
}
