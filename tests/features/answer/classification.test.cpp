// SPDX-License-Identifier: MIT
// Why: an answer must belong to what is on the canvas, however late, stale or broken it arrives.
#include "features/answer/classification.hpp"

#include <catch_amalgamated.hpp>

#include <array>
#include <cstdint>
#include <limits>
#include <set>
#include <string>

#include "app/error_words.hpp"
#include "tests/support/fakes.hpp"
#include "tests/support/results.hpp"

using atelier::core::Error;
using atelier::core::ErrorCode;
using atelier::core::Verdict;
using namespace atelier::app;
using namespace atelier::test;

namespace {

const auto& requests(const Program& program) { return program.classifier.requests; }

}  // namespace

TEST_CASE("nothing is sent while there is no input or no model", "[app][classification]") {
  Program program;
  program.load_test_set(3);
  program.act(SetView{View::kExplore});
  CHECK(requests(program).empty());
  program.act(SelectSample{0});
  CHECK(requests(program).empty());
  program.load_model();
  REQUIRE(requests(program).size() == 1);
  CHECK(requests(program)[0].pixels == program.state.input.seen.pixels);
}

TEST_CASE("a model alone asks for nothing", "[app][classification]") {
  Program program;
  program.load_model();
  CHECK(requests(program).empty());
  CHECK(!program.state.answer);
}

TEST_CASE("an input is sent once and answered once", "[app][classification]") {
  Program program;
  program.load_model();
  program.load_test_set(3);
  program.act(SelectSample{1});
  REQUIRE(requests(program).size() == 1);
  program.send(Classified{requests(program)[0].token, logits_for(kTrouser), 0.75});
  REQUIRE(program.state.answer);
  CHECK(program.state.answer->prediction.label == kTrouser);
  CHECK(program.state.answer->prediction.verdict == Verdict::kAnswer);
  CHECK(program.state.answer->elapsed_ms == 0.75);
  CHECK(program.state.answer->input_version == program.state.input.version);
  program.act(SetView{View::kExplore});
  CHECK(requests(program).size() == 1);
}

TEST_CASE("while one classification is in flight no second is sent, and the newest input goes next",
          "[app][classification]") {
  Program program;
  program.load_model();
  program.load_test_set(5);
  program.act(SelectSample{0});
  program.act(SelectSample{1});
  program.act(SelectSample{2});
  program.act(SelectSample{3});
  REQUIRE(requests(program).size() == 1);

  program.answer(kCoat);
  REQUIRE(requests(program).size() == 2);
  CHECK(requests(program)[1].pixels == program.state.input.seen.pixels);
  CHECK(program.state.input.index == 3U);
  program.answer(kCoat);
  CHECK(requests(program).size() == 2);
}

TEST_CASE("every stroke point becomes a request when the engine keeps up",
          "[app][classification]") {
  Program program;
  program.load_model();
  program.act(SetBrushSize{0.2F});
  program.act(BeginStroke{{0.2F, 0.5F}});
  program.answer(kCoat);
  program.act(ExtendStroke{{{0.8F, 0.5F}}});
  REQUIRE(requests(program).size() == 2);
  CHECK(requests(program)[0].pixels != requests(program)[1].pixels);
}

TEST_CASE("tokens are never 0 and never used twice", "[app][classification]") {
  Program program;
  program.load_model();
  program.load_test_set(5);
  for (std::uint32_t index = 0; index < 5; ++index) {
    program.act(SelectSample{index});
    program.answer(kCoat);
    program.act(SelectModel{index % 2 == 0 ? "large" : "small"});
    program.send(ModelLoaded{program.classifier.loads.back().token});
    program.answer(kCoat);
  }
  std::set<Token> tokens;
  for (const auto& load : program.classifier.loads) tokens.insert(load.token);
  for (const auto& request : requests(program)) tokens.insert(request.token);
  CHECK(tokens.size() == program.classifier.loads.size() + requests(program).size());
  CHECK(!tokens.contains(0));
}

TEST_CASE("a completion that nobody waits for is counted and dropped", "[app][classification]") {
  Program program;
  program.load_model();
  program.load_test_set(3);
  program.act(SelectSample{1});
  const Token waited_for = requests(program)[0].token;

  program.send(Classified{waited_for + 1, logits_for(kCoat), 0.5});
  program.send(ClassifyFailed{waited_for + 1, {ErrorCode::kEngineFailed, ""}});
  program.send(ModelLoaded{waited_for + 1});
  program.send(ModelFailed{waited_for + 1, {ErrorCode::kNetwork, ""}});
  program.send(Classified{0, logits_for(kCoat), 0.5});
  CHECK(program.state.engines.stale_answers == 5);
  CHECK(!program.state.answer);
  CHECK(program.state.engines[EngineKind::kOrtWeb].phase == Engine::Phase::kReady);
  CHECK(requests(program).size() == 1);

  program.send(Classified{waited_for, logits_for(kCoat), 0.5});
  CHECK(program.state.answer);
  program.send(Classified{waited_for, logits_for(kTrouser), 0.5});
  CHECK(program.state.answer->prediction.label == kCoat);
  CHECK(program.state.engines.stale_answers == 6);
}

TEST_CASE("switching the model drops the old answer and the one in flight",
          "[app][classification]") {
  Program program;
  program.load_model();
  program.load_test_set(3);
  program.act(SelectSample{1});
  program.answer(kCoat);
  program.act(SelectSample{2});
  const Token old_request = requests(program).back().token;

  program.act(SelectModel{"large"});
  CHECK(!program.state.answer);
  CHECK(phase(program.state) == Phase::kLoading);
  REQUIRE(program.classifier.loads.size() == 2);
  CHECK(program.classifier.loads[1].id == "large");
  CHECK(requests(program).size() == 2);

  program.send(Classified{old_request, logits_for(kTrouser), 0.5});
  CHECK(!program.state.answer);
  CHECK(program.state.engines.stale_answers == 1);

  program.send(ModelLoaded{program.classifier.loads[1].token});
  CHECK(phase(program.state) == Phase::kReady);
  REQUIRE(requests(program).size() == 3);
  CHECK(requests(program)[2].pixels == program.state.input.seen.pixels);
}

TEST_CASE("a second switch makes the first load stale", "[app][classification]") {
  Program program;
  program.load_model();
  program.act(SelectModel{"large"});
  program.act(SelectModel{"small"});
  program.send(ModelLoaded{program.classifier.loads[1].token});
  CHECK(program.state.engines[EngineKind::kOrtWeb].phase == Engine::Phase::kStarting);
  CHECK(program.state.engines.model_id == "small");
  program.send(ModelLoaded{program.classifier.loads[2].token});
  CHECK(program.state.engines[EngineKind::kOrtWeb].phase == Engine::Phase::kReady);
}

TEST_CASE("a model that fails to load is an error with a sentence, and a retry loads it again",
          "[app][classification]") {
  Program program;
  program.load_test_set(3);
  program.act(SelectSample{1});
  program.send(ModelsListed{{model_named("small")}, "small"});
  program.send(ModelFailed{program.classifier.loads[0].token, {ErrorCode::kModelUnusable, "why"}});
  CHECK(phase(program.state) == Phase::kFailed);
  REQUIRE(current_error(program.state) != nullptr);
  CHECK(*current_error(program.state) == Error{ErrorCode::kModelUnusable, "why"});
  CHECK(!error_words(current_error(program.state)->code).empty());
  CHECK(requests(program).empty());

  program.act(Retry{});
  CHECK(current_error(program.state) == nullptr);
  CHECK(phase(program.state) == Phase::kLoading);
  REQUIRE(program.classifier.loads.size() == 2);
  CHECK(program.classifier.loads[1].id == "small");
  CHECK(program.classifier.loads[1].token != program.classifier.loads[0].token);
  CHECK(program.files.test_set_loads == 0);

  program.send(ModelLoaded{program.classifier.loads[1].token});
  CHECK(phase(program.state) == Phase::kReady);
  CHECK(requests(program).size() == 1);
}

TEST_CASE("a run that fails is an error, and a retry starts the engine anew",
          "[app][classification]") {
  Program program;
  program.load_model();
  program.load_test_set(3);
  program.act(SelectSample{1});
  program.send(ClassifyFailed{requests(program)[0].token, {ErrorCode::kEngineFailed, "trap"}});
  CHECK(phase(program.state) == Phase::kFailed);
  CHECK(*current_error(program.state) == Error{ErrorCode::kEngineFailed, "trap"});
  program.act(SelectSample{2});
  CHECK(requests(program).size() == 1);

  program.act(Retry{});
  REQUIRE(program.classifier.loads.size() == 2);
  CHECK(program.classifier.loads[1].id == "small");
  program.send(ModelLoaded{program.classifier.loads[1].token});
  REQUIRE(requests(program).size() == 2);
  program.answer(kTrouser);
  CHECK(program.state.answer->prediction.label == kTrouser);
  CHECK(phase(program.state) == Phase::kReady);
}

TEST_CASE("logits that are not finite end in an error, not in an answer", "[app][classification]") {
  const float bad =
      GENERATE(std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity());
  Program program;
  program.load_model();
  program.load_test_set(3);
  program.act(SelectSample{1});
  std::array<float, 10> logits = logits_for(kCoat);
  logits[7] = bad;
  program.answer(logits);
  CHECK(!program.state.answer);
  CHECK(phase(program.state) == Phase::kFailed);
  REQUIRE(current_error(program.state) != nullptr);
  CHECK(current_error(program.state)->code == ErrorCode::kEngineFailed);
  CHECK(requests(program).size() == 1);
}

TEST_CASE("an answer does not outlive the engine that gave it", "[app][classification]") {
  Program program;
  program.load_model();
  program.load_test_set(3);
  program.act(SelectSample{1});
  program.answer(kCoat);
  program.act(SelectSample{2});
  program.send(ClassifyFailed{requests(program)[1].token, {ErrorCode::kEngineFailed, ""}});
  CHECK(!program.state.answer);
}

TEST_CASE("a list of models that does not come is an error, and a retry asks for it again",
          "[app][classification]") {
  Program program;
  program.send(ModelsFailed{{ErrorCode::kNetwork, "offline"}});
  CHECK(*current_error(program.state) == Error{ErrorCode::kNetwork, "offline"});
  program.act(Retry{});
  CHECK(program.files.model_lists == 1);
  CHECK(current_error(program.state) == nullptr);
  program.load_model();
  CHECK(program.state.engines[EngineKind::kOrtWeb].phase == Engine::Phase::kReady);
}

TEST_CASE("a retry loads whatever failed, files and engine alike", "[app][classification]") {
  Program program;
  program.load_model();
  program.act(ApplyStroke{broad_stroke()});
  program.send(ClassifyFailed{requests(program)[0].token, {ErrorCode::kEngineFailed, ""}});
  program.send(DatasetFileFailed{DatasetFile::kImages, {ErrorCode::kNetwork, ""}});
  program.act(Retry{});
  CHECK(program.files.test_set_loads == 1);
  CHECK(program.classifier.loads.size() == 2);
}

TEST_CASE("a model that is not in the list is an error and runs nothing", "[app][classification]") {
  Program program;
  program.act(ApplyStroke{broad_stroke()});
  program.send(ModelsListed{{model_named("small")}, "gone"});
  CHECK(program.classifier.loads.empty());
  CHECK(phase(program.state) == Phase::kFailed);
  REQUIRE(current_error(program.state) != nullptr);
  CHECK(current_error(program.state)->code == ErrorCode::kModelUnusable);
  CHECK(requests(program).empty());
}

TEST_CASE("while the brush moves the last answer stays, but a cleared canvas is blank at once",
          "[app][classification]") {
  Program program;
  program.load_model();
  program.act(ApplyStroke{broad_stroke(0.3F)});
  program.answer(kCoat);
  program.act(ApplyStroke{broad_stroke(0.7F)});
  REQUIRE(program.state.answer);
  CHECK(program.state.answer->prediction.label == kCoat);
  CHECK(program.state.answer->input_version < program.state.input.version);

  program.act(ClearDrawing{});
  program.answer(kTrouser);  // to the two strokes
  CHECK(program.state.answer->prediction.verdict == Verdict::kBlank);
  program.answer(kTrouser);  // to the cleared canvas
  CHECK(program.state.answer->prediction.verdict == Verdict::kBlank);
}

TEST_CASE("the verdict uses the temperature and the thresholds of the current model",
          "[app][classification]") {
  ModelInfo strict = model_named("strict");
  strict.thresholds.unsure_probability = 0.999F;
  ModelInfo hot = model_named("hot");
  hot.temperature = 100.0F;
  Program program;
  program.load_test_set(1);
  program.act(SelectSample{0});
  program.send(ModelsListed{{model_named("small"), strict, hot}, "small"});
  const auto verdict_of = [&](const std::string& id) {
    program.act(SelectModel{id});
    program.send(ModelLoaded{program.classifier.loads.back().token});
    program.answer(logits_for(kCoat, 8.0F));
    return program.state.answer->prediction.verdict;
  };
  CHECK(verdict_of("small") == Verdict::kAnswer);
  CHECK(verdict_of("strict") == Verdict::kUnsure);
  CHECK(verdict_of("hot") == Verdict::kUnsure);
}

TEST_CASE("the engine's download is told in bytes", "[app][classification]") {
  Program program;
  program.send(EngineProgress{EngineKind::kOrtWeb, 100, 300});
  CHECK(program.state.engines[EngineKind::kOrtWeb].transfer.bytes_received == 100);
  CHECK(program.state.engines[EngineKind::kOrtWeb].transfer.bytes_total == 300);
}
