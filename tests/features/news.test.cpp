// SPDX-License-Identifier: MIT
// Why: news cross from TypeScript to C++ as text that no compiler checks; a field that is missing
// or misspelt must not become a default.
#include "features/news.hpp"

#include <catch_amalgamated.hpp>

#include <cmath>
#include <string>
#include <vector>

#include "app/read_news.hpp"
#include "app/state.hpp"
#include "features/update.hpp"
#include "tests/support/fakes.hpp"

using namespace atelier::app;
using namespace atelier::test;
using atelier::core::ErrorCode;
using Catch::Matchers::ContainsSubstring;

namespace {

// What is wrong, or empty and the program has been told.
std::string tell(Program& program, const std::string& json) {
  return read_news(News{}, json, [&](auto&& news) { program.send(std::move(news)); });
}

const std::string kModels =
    R"({"type":"models-listed","default":"small","models":[{"id":"small","title":"Gr\u00fcn",)"
    R"("sha256":"c0ffee","reads_drawings":true,"parameters":64714,"macs":1200000,)"
    R"("bytes":5000000000,"test_accuracy":0.93,"temperature":1.25,"unsure_probability":0.5,)"
    R"("unsure_margin":0.25,"unfamiliar_energy":-4,"neighbours_bytes":1900000}]})";

}  // namespace

TEST_CASE("models are listed with all that the page knows of them", "[app][news]") {
  Program program;
  CHECK(tell(program, kModels).empty());
  REQUIRE(program.state.models.size() == 1);
  const ModelInfo& model = program.state.models[0];
  CHECK(model.title == "Gr\xC3\xBCn");
  CHECK(model.sha256 == "c0ffee");
  CHECK(model.reads_drawings);
  CHECK(model.parameters == 64'714);
  CHECK(model.bytes == 5'000'000'000);
  CHECK(model.temperature == 1.25F);
  CHECK(model.thresholds.unsure_margin == 0.25F);
  CHECK(model.thresholds.unfamiliar_energy == -4);
  CHECK(model.neighbours_bytes == 1'900'000);
  CHECK(program.state.default_model_id == "small");
}

TEST_CASE("an error travels by its name", "[app][news]") {
  Program program;
  CHECK(tell(program, R"({"type":"models-failed","error":{"code":"network","detail":"gone"}})")
            .empty());
  CHECK(program.state.models_error == atelier::core::Error{ErrorCode::kNetwork, "gone"});
  CHECK_THAT(tell(program, R"({"type":"models-failed","error":{"code":"netwerk","detail":""}})"),
             ContainsSubstring("'code'"));
}

TEST_CASE("a visitor's model is told with the reading that was found", "[app][news]") {
  Program program;
  program.load_model();
  std::string scores;
  for (int k = 0; k < 8; ++k) {
    scores +=
        std::string(k == 0 ? "" : ",") + R"({"right":)" + std::to_string(k) + R"(,"tried":200})";
  }
  CHECK(tell(program, R"({"type":"own-model-opening","title":"mine.onnx"})").empty());
  CHECK(tell(program, R"({"type":"own-model-progress","step":"trial","done":5,"total":200})")
            .empty());
  REQUIRE(program.state.own_model.opening);
  CHECK(program.state.own_model.opening->step == OpeningStep::kTrial);
  CHECK(tell(program, R"({"type":"own-model-ready","title":"mine.onnx","form":"float32","bytes":9,)"
                      R"("range":"-1..1","inverted":true,"scores":[)" +
                          scores + R"(],"sha256":""})")
            .empty());
  CHECK(program.state.own_model.reading == Reading{PixelRange::kSymmetric, true});
  CHECK(program.state.own_model.scores[5].right == 5);
}

TEST_CASE("news that are not as they should be are told to nobody", "[app][news]") {
  Program program;
  const std::vector<std::string> wrong = {
      "",
      "[]",
      "{}",
      R"({"type":7})",
      R"({"type":"weather"})",
      R"({"type":"setting","key":"a"})",
      R"({"type":"setting","key":"a","value":"b","more":1})",
      R"({"type":"dataset-started","file":"pixels","bytes_total":1})",
      R"({"type":"dataset-started","file":"images","bytes_total":-1})",
      R"({"type":"model-loaded","token":1.5})",
      R"({"type":"models-listed","models":[{"id":"small"}],"default":"small"})",
      R"({"type":"photo-refused","name":"a","error":null})"};
  for (const std::string& json : wrong) {
    INFO(json);
    CHECK(!tell(program, json).empty());
  }
  CHECK(program.state.models.empty());
}
