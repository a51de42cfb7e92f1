// SPDX-License-Identifier: MIT
// Why: a suggestion that comes when nothing is wrong, goes while one reaches for it or flickers
// under the brush is worse than none.
#include "features/answer/suggestion.hpp"

#include <catch_amalgamated.hpp>

#include <array>
#include <string>

#include "features/snapshot.hpp"
#include "tests/support/fakes.hpp"
#include "tests/support/product_photo.hpp"

using namespace atelier;
using namespace atelier::app;
using namespace atelier::test;

namespace {

constexpr std::array<float, 10> kUnsureLogits{1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

ModelInfo drawing_reader() {
  ModelInfo model = model_named("sketch");
  model.reads_drawings = true;
  return model;
}

// "small" answers, as the visitor wants it, and "sketch" is listed.
struct SuggestingProgram : Program {
  SuggestingProgram() {
    send(ModelsListed{{model_named("small"), drawing_reader()}, "small"});
    send(ModelLoaded{classifier.loads.back().token});
    load_test_set(3);
    act(SelectModel{"small"});
    send(ModelLoaded{classifier.loads.back().token});
  }
  [[nodiscard]] std::string suggested() const {
    const auto offered = suggestion(state);
    return offered ? offered->model_id : "";
  }
};

}  // namespace

TEST_CASE("a drawing that is not recognised brings the model that reads drawings to mind",
          "[app][suggestion]") {
  SuggestingProgram program;
  program.state.models[0].thresholds.unfamiliar_energy = -5;
  program.act(ApplyStroke{broad_stroke()});
  CHECK(program.suggested() == "");  // not answered yet
  SECTION("unsure") { program.answer(logits_for(kCoat, 0.1F)); }
  SECTION("unfamiliar") { program.answer(logits_for(kCoat, 4.0F)); }
  REQUIRE(program.suggested() == "sketch");
  CHECK(suggestion(program.state)->words == "Sketch was trained to read drawings.");
  CHECK(suggestion(program.state)->use == "Use Sketch");
  CHECK(
      snapshot_json(program.state, 0)
          .find(R"("suggestion":{"model":"sketch","words":"Sketch was trained to read drawings.",)"
                R"("use":"Use Sketch"})") != std::string::npos);

  program.act(SelectModel{"sketch"});
  CHECK(program.suggested() == "");
  program.send(ModelLoaded{program.classifier.loads.back().token});
  program.answer(kUnsureLogits);
  CHECK(program.suggested() == "");
}

TEST_CASE("an answer needs no suggestion, and neither does a blank sheet", "[app][suggestion]") {
  SuggestingProgram program;
  program.act(ApplyStroke{broad_stroke()});
  program.answer(kUnsureLogits);
  REQUIRE(program.suggested() == "sketch");
  SECTION("answered") {
    program.act(ApplyStroke{broad_stroke(0.3F)});
    program.answer(kCoat);
  }
  SECTION("blank") { program.act(ClearDrawing{}); }
  CHECK(program.suggested() == "");
}

TEST_CASE("samples, what is drawn over them and photos are no drawings", "[app][suggestion]") {
  SuggestingProgram program;
  SECTION("sample") { program.act(SelectSample{1}); }
  SECTION("drawn over") {
    program.act(EditSample{1});
    program.act(ApplyStroke{broad_stroke()});
  }
  SECTION("photo") { program.act(OpenPhoto{"shirt.jpg", product_photo(95, 125)}); }
  program.answer(kUnsureLogits);
  REQUIRE(program.state.answer->prediction.verdict == core::Verdict::kUnsure);
  CHECK(program.suggested() == "");
}

TEST_CASE("a suggestion neither comes nor goes while the brush is down", "[app][suggestion]") {
  SuggestingProgram program;
  const auto draw = [&](float y, const std::array<float, 10>& logits) {
    program.act(BeginStroke{{0.2F, y}});
    program.act(ExtendStroke{{{0.7F, y}}});
    while (is_classifying(program.state)) program.answer(logits);
  };
  program.act(SetBrushSize{0.2F});
  draw(0.4F, kUnsureLogits);
  CHECK(program.suggested() == "");
  program.act(EndStroke{});
  CHECK(program.suggested() == "sketch");

  draw(0.6F, logits_for(kCoat));
  CHECK(program.suggested() == "sketch");
  program.act(EndStroke{});
  CHECK(program.suggested() == "");
}

TEST_CASE("a suggestion waits for the answer to the newest drawing", "[app][suggestion]") {
  SuggestingProgram program;
  program.act(ApplyStroke{broad_stroke()});
  program.answer(kUnsureLogits);
  program.act(ApplyStroke{broad_stroke(0.3F)});
  CHECK(program.suggested() == "sketch");
  program.answer(kCoat);
  CHECK(program.suggested() == "");
}

TEST_CASE("nothing is suggested in the place of a visitor's own model", "[app][suggestion]") {
  SuggestingProgram program;
  program.state.models[0].own = true;
  program.act(ApplyStroke{broad_stroke()});
  program.answer(kUnsureLogits);
  CHECK(program.suggested() == "");
}

TEST_CASE("where no model was trained to read drawings none is suggested", "[app][suggestion]") {
  Program program;
  program.load_model();
  program.act(ApplyStroke{broad_stroke()});
  program.answer(kUnsureLogits);
  CHECK(!suggestion(program.state));
  program.send(ModelsListed{{}, "none"});
  CHECK(!suggestion(program.state));
}
