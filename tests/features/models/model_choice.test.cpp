// SPDX-License-Identifier: MIT
// Why: a drawing that the photographs' network reads is a refusal for most people, and whoever has
// chosen a network would not have it changed under their hands.
#include "features/models/model_choice.hpp"

#include <catch_amalgamated.hpp>

#include <string>
#include <vector>

#include "app/setting.hpp"
#include "features/draw/kept_drawing.hpp"
#include "features/models/actions.hpp"
#include "features/models/words.hpp"
#include "features/report/actions.hpp"
#include "features/snapshot.hpp"
#include "tests/support/fakes.hpp"
#include "tests/support/own_files.hpp"

using namespace atelier::app;
using namespace atelier::test;
using Catch::Matchers::ContainsSubstring;

namespace {

// "small" is the default, "sketch" reads drawings; both engines are there.
struct Choosing : Program {
  Choosing() {
    has_own_engine = true;
    ModelInfo sketch = model_named("sketch");
    sketch.reads_drawings = true;
    send(ModelsListed{{model_named("small"), sketch, model_named("large")}, "small"});
    send(ModelLoaded{own_engine.loads.back().token});
    send(ModelLoaded{classifier.loads.back().token});
    load_test_set(12);
  }
  [[nodiscard]] const std::string& reader() const { return state.engines.model_id; }
};

}  // namespace

TEST_CASE("drawings are read by the network that was trained to, samples by the default",
          "[app][model_choice]") {
  Choosing page;
  page.act(SelectSample{3});
  CHECK(page.reader() == "small");
  page.act(ClearDrawing{});
  page.act(ApplyStroke{broad_stroke()});
  CHECK(page.reader() == "sketch");
  page.act(SelectSample{3});
  CHECK(page.reader() == "small");
}

TEST_CASE("what is drawn over a sample is still a photograph", "[app][model_choice]") {
  Choosing page;
  page.act(EditSample{3});
  page.act(ApplyStroke{broad_stroke()});
  CHECK(page.reader() == "small");
}

TEST_CASE("a choice by hand stays until it is given back", "[app][model_choice]") {
  Choosing page;
  page.act(SelectModel{"large"});
  page.act(ApplyStroke{broad_stroke()});
  CHECK(page.reader() == "large");
  page.act(SelectModel{std::nullopt});
  CHECK(page.reader() == "sketch");
  page.act(SelectSample{1});
  CHECK(page.reader() == "small");
}

TEST_CASE("the other network is brought once, before the first stroke", "[app][model_choice]") {
  Choosing page;
  CHECK(page.own_engine.prepared == std::vector<std::string>{"sketch"});
  CHECK(page.classifier.prepared == std::vector<std::string>{"sketch"});
  page.own_engine.here = {"small", "sketch"};
  const std::size_t loads = page.own_engine.loads.size();
  page.act(ApplyStroke{broad_stroke()});
  // It answers at once, and the page is never loading.
  CHECK(page.own_engine.loads.size() == loads);
  CHECK(phase(page.state) == Phase::kReady);
  CHECK(page.own_engine.requests.size() == 1);
}

TEST_CASE("a drawing of an earlier visit has its network loaded and no other first",
          "[app][model_choice]") {
  Program first;
  first.act(ApplyStroke{broad_stroke()});
  Program page;
  page.send(
      SettingLoaded{std::string(kDrawingKey), first.settings.saved.find(kDrawingKey)->second});
  ModelInfo sketch = model_named("sketch");
  sketch.reads_drawings = true;
  page.send(ModelsListed{{model_named("small"), sketch}, "small"});
  REQUIRE(page.classifier.loads.size() == 1);
  CHECK(page.classifier.loads[0].id == "sketch");
}

TEST_CASE("a script reads who answered, and that the page has chosen", "[app][model_choice]") {
  Choosing page;
  page.own_engine.here = {"small", "sketch"};
  page.act(ApplyStroke{broad_stroke()});
  page.send(Classified{.token = page.own_engine.requests.size() > 0
                                    ? page.state.engines[EngineKind::kAtelierNn].classify_in_flight
                                    : 0,
                       .logits = logits_for(kCoat)});
  const std::string snapshot = snapshot_json(page.state, 0);
  CHECK_THAT(snapshot, ContainsSubstring(R"("model":"sketch"})"));
  CHECK_THAT(snapshot, ContainsSubstring(R"("automatic":true)"));
}

TEST_CASE("an evaluation is of the photographs' network, whatever has been drawn",
          "[app][model_choice]") {
  Choosing page;
  page.act(ApplyStroke{broad_stroke()});
  page.act(Evaluate{EngineKind::kAtelierNn});
  REQUIRE(page.state.report.running);
  CHECK(page.state.report.running->model_id == "small");
}

TEST_CASE("who reads is said once there is something to read", "[app][model_choice]") {
  Choosing page;
  CHECK(reader_words(page.state) == "Automatic");
  page.act(ApplyStroke{broad_stroke()});
  CHECK(reader_words(page.state) == "Read by Sketch");
  page.act(SelectSample{3});
  CHECK(reader_words(page.state) == "Read by Small");
  page.act(SelectModel{"small"});
  CHECK(reader_words(page.state) == "small \xC2\xB7 64.7K weights");
}

TEST_CASE("a list without a network for drawings leaves all to the default",
          "[app][model_choice]") {
  Program page;
  page.load_model();
  page.load_test_set(3);
  page.act(ApplyStroke{broad_stroke()});
  CHECK(page.state.engines.model_id == "small");
  CHECK_FALSE(chooses_by_input(page.state));
  CHECK(page.classifier.prepared.empty());
}
