// SPDX-License-Identifier: MIT
// Why: window.atelier.snapshot(), the text view and the tests of the page read this; a field that
// is renamed breaks pages that we do not know.
#include "features/snapshot.hpp"

#include <catch_amalgamated.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string>

#include "app/error_words.hpp"
#include "core/class_names.hpp"
#include "features/answer/words.hpp"
#include "tests/support/fakes.hpp"

using atelier::core::ErrorCode;
using namespace atelier::app;
using namespace atelier::test;

namespace {

std::string joined(std::span<const std::uint8_t> numbers) {
  std::string text;
  for (const std::uint8_t number : numbers) {
    if (!text.empty()) text += ',';
    text += std::to_string(number);
  }
  return text;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

// Of labels and answers, by default. A macro, to stand between literals.
#define GARMENTS                                                                  \
  R"("class_names":["T-shirt/top","Trouser","Pullover","Dress","Coat","Sandal",)" \
  R"("Shirt","Sneaker","Bag","Ankle boot"])"

TEST_CASE("before anything has arrived the snapshot is complete and empty", "[app][snapshot]") {
  const State state;
  std::string zeros = "0";
  for (int k = 1; k < 28 * 28; ++k) zeros += ",0";
  CHECK(
      snapshot_json(state, 0) ==
      R"({"phase":"loading","error":null,"notice":null,)"
      R"("dataset":{"name":"Fashion-MNIST test set","own":false,"labelled":false,"count":0,"verified":false,"bytes":0,)"
      R"("bytes_total":0,"decode_ms":0,)" GARMENTS R"(},)"
      R"("model":{"id":"","parameters":0,"automatic":false,"engine":"onnxruntime-web",)" GARMENTS
      R"(},"models":[],)"
      R"("engines":[)"
      R"({"name":"atelier-nn","phase":"loading","bytes":0,"bytes_total":0,"error":null},)"
      R"({"name":"onnxruntime-web","phase":"loading","bytes":0,"bytes_total":0,"error":null}],)"
      R"("agreement":{"inputs":0,"largest_difference":0},)"
      R"("view":"draw",)"
      R"("input":{"source":"none","index":null,"label":null,"pixels":[)" +
          zeros +
          R"(],"original":null},)"
          R"("prediction":null,"suggestion":null,"temperature":{"shown":1,"calibrated":1},)"
          R"("preprocessing":{"off":[],"steps":[]},"photo":{"opening":false,"error":null,"words":"","shown":false,"name":null},"trace":null,"why":null,"explanation":null,"neighbours":null,"inside":null,"change":null,"stress":null,)"
          R"("explore":{"filter":{"label":null,"prediction":null,"right":null,"verdict":null,)"
          R"("confidence":[0,1],"sort":"index"},"count":0,"needs_evaluation":false},)"
          R"("report":null,"own_model":{"opening":null,"error":null,)"
          R"("title":null},"own_data":{"error":null,"words":""},"votes":{"kept":true,"by_image":{}},"frames":0})");
}

TEST_CASE("a sample with its answer has every field of the script interface", "[app][snapshot]") {
  Program program;
  program.has_own_engine = true;
  program.load_model();
  program.send(EngineProgress{EngineKind::kOrtWeb, 14, 14});
  program.load_test_set(3);
  program.act(SetView{View::kExplore});
  program.act(SetTrace{std::uint8_t{9}});
  program.act(SelectSample{2});
  program.answer(std::array<float, 10>{}, 0.75);
  const auto image = program.state.test_set.loader.view().image(2);
  CHECK(
      snapshot_json(program.state, 1234) ==
      R"({"phase":"ready","error":null,"notice":null,)"
      R"("dataset":{"name":"Fashion-MNIST test set","own":false,"labelled":true,"count":3,"verified":false,"bytes":2379,)"
      R"("bytes_total":2379,"decode_ms":0,)" GARMENTS R"(},)"
      R"("model":{"id":"small","parameters":64714,"automatic":false,"engine":"onnxruntime-web",)" GARMENTS
      R"(},)"
      R"("models":[)"
      R"({"id":"small","title":"A small network","parameters":64714,"macs":1200000,)"
      R"("bytes":262144,"test_accuracy":0.93000000000000005,"reads_drawings":false},)"
      R"({"id":"large","title":"A small network","parameters":64714,"macs":1200000,)"
      R"("bytes":262144,"test_accuracy":0.93000000000000005,"reads_drawings":false}],)"
      R"("engines":[)"
      R"({"name":"atelier-nn","phase":"loading","bytes":0,"bytes_total":0,"error":null},)"
      R"({"name":"onnxruntime-web","phase":"ready","bytes":14,"bytes_total":14,"error":null}],)"
      R"("agreement":{"inputs":0,"largest_difference":0},)"
      R"("view":"explore",)"
      R"("input":{"source":"sample","index":2,"label":2,"pixels":[)" +
          joined(image) +
          R"(],"original":null},)"
          R"("prediction":{"label":0,"name":"T-shirt/top",)"
          R"("logits":[0,0,0,0,0,0,0,0,0,0],"probabilities":[)"
          R"(0.100000001,0.100000001,0.100000001,0.100000001,0.100000001,)"
          R"(0.100000001,0.100000001,0.100000001,0.100000001,0.100000001],)"
          R"("verdict":"unsure","words":"T-shirt/top?","ms":0.75,)"
          R"("engine":"onnxruntime-web","model":"small"},"suggestion":null,"temperature":{"shown":1,"calibrated":1},)"
          R"("preprocessing":{"off":[],"steps":[]},"photo":{"opening":false,"error":null,"words":"","shown":false,"name":null},"trace":9,"why":null,"explanation":null,"neighbours":null,"inside":null,"change":null,"stress":null,"explore":{"filter":{"label":null,"prediction":null,"right":null,"verdict":null,)"
          R"("confidence":[0,1],"sort":"index"},"count":3,"needs_evaluation":false},)"
          R"("report":null,"own_model":{"opening":null,)"
          R"("error":null,"title":null},"own_data":{"error":null,"words":""},"votes":{"kept":true,"by_image":{}},"frames":1234})");
}

TEST_CASE("an error is in the snapshot with its code, its sentence and its detail, escaped",
          "[app][snapshot]") {
  Program program;
  program.send(DatasetFileFailed{DatasetFile::kImages,
                                 {ErrorCode::kNetwork, "said \"no\"\\\nat line 2\x02"}});
  const std::string json = snapshot_json(program.state, 0);
  const std::string sentence = atelier::app::error_words(ErrorCode::kNetwork);
  CHECK(contains(json, R"({"phase":"failed","error":{"code":"network","message":")" + sentence +
                           R"(","detail":"said \"no\"\\\u000aat line 2\u0002"},)"));
}

TEST_CASE("a drawing over a sample says which one, a free drawing says none", "[app][snapshot]") {
  Program program;
  program.load_test_set(3);
  program.act(EditSample{1});
  CHECK(contains(snapshot_json(program.state, 0),
                 R"("input":{"source":"drawing","index":1,"label":1,"pixels":[)"));
  program.act(ClearDrawing{});
  CHECK(contains(snapshot_json(program.state, 0),
                 R"("input":{"source":"drawing","index":null,"label":null,"pixels":[)"));
}

TEST_CASE("the prediction in the snapshot belongs to the input in it", "[app][snapshot]") {
  Program program;
  program.load_model();
  program.load_test_set(3);
  program.act(SelectSample{1});
  program.answer(kTrouser);
  CHECK(contains(snapshot_json(program.state, 0), R"("prediction":{"label":1)"));
  program.act(SelectSample{2});
  CHECK(contains(snapshot_json(program.state, 0), R"("prediction":null)"));
  program.answer(kPullover);
  CHECK(contains(snapshot_json(program.state, 0), R"("prediction":{"label":2)"));
  program.act(ShowDrawing{});
  CHECK(contains(snapshot_json(program.state, 0), R"("prediction":null)"));
  program.answer(kCoat);
  CHECK(contains(snapshot_json(program.state, 0), R"("prediction":{"label":4)"));
}

TEST_CASE("while the brush moves the prediction stays in the snapshot", "[app][snapshot]") {
  Program program;
  program.load_model();
  program.act(ApplyStroke{broad_stroke(0.3F)});
  program.answer(kCoat);
  program.act(ApplyStroke{broad_stroke(0.7F)});
  CHECK(contains(snapshot_json(program.state, 0), R"("prediction":{"label":4)"));
}

TEST_CASE("nothing is announced before there is an answer", "[app][snapshot]") {
  Program program;
  program.load_model();
  program.load_test_set(3);
  CHECK(announcement(program.state).empty());
  program.act(SelectSample{1});
  CHECK(announcement(program.state).empty());
}

TEST_CASE("an answer is announced in the panel's words, a sample's with its true class",
          "[app][snapshot]") {
  Program program;
  program.load_model();
  program.load_test_set(3);
  program.act(SelectSample{2});
  program.answer(kAnkleBoot);
  CHECK(announcement(program.state) == "Ankle boot, sure. True class: Pullover.");

  program.act(ApplyStroke{broad_stroke()});
  program.answer(kAnkleBoot);
  CHECK(announcement(program.state) == "Ankle boot, sure.");

  program.act(ClearDrawing{});
  program.answer(kAnkleBoot);
  CHECK(announcement(program.state) == "Nothing here yet.");
}

TEST_CASE("one sample's answer is never announced with the true class of another",
          "[app][snapshot]") {
  Program program;
  program.load_model();
  program.load_test_set(3);
  program.act(SelectSample{1});
  program.answer(kTrouser);
  program.act(SelectSample{2});
  CHECK(announcement(program.state).empty());
  program.answer(kPullover);
  CHECK(announcement(program.state) == "Pullover, sure. True class: Pullover.");
}

TEST_CASE("a question is announced as one", "[app][snapshot]") {
  Program program;
  program.load_model();
  program.act(ApplyStroke{broad_stroke()});
  program.answer(std::array<float, 10>{});
  CHECK(announcement(program.state) == "T-shirt/top? Not sure, or Trouser.");
}

TEST_CASE("what is like nothing it has learned is announced so", "[app][snapshot]") {
  Program program;
  auto model = model_named("small");
  model.thresholds.unfamiliar_energy = -5;
  program.send(ModelsListed{{model}, "small"});
  program.send(ModelLoaded{program.classifier.loads.back().token});
  program.act(ApplyStroke{broad_stroke()});
  program.answer(std::array<float, 10>{});
  CHECK(announcement(program.state) == "Nothing that it knows.");
}

TEST_CASE("what the report shows is in the snapshot", "[app][snapshot]") {
  Program program;
  program.load_model();
  program.load_test_set(4);
  program.act(Evaluate{EngineKind::kAtelierNn});
  const Token token = program.evaluator.started.back().token;
  std::vector<float> logits(20);
  logits[0] = 9;   // image 0 is labelled 0
  logits[10] = 9;  // image 1 is labelled 1
  program.send(EvaluationLogits{token, 0, logits});
  CHECK(contains(snapshot_json(program.state, 0),
                 R"("engine":"atelier-nn","model":"small",)" GARMENTS
                 R"(,"running":true,"done":2,"count":4,)"
                 R"("ms":0,"section":"overview","correct":1,"accuracy":0.5,"interval":[)"));
}
