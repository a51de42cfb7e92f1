// SPDX-License-Identifier: MIT
// Why: a map over the wrong picture, or of another class, explains an answer that was never given;
// and who has not asked must not pay for it.
#include "features/explain/map/map.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "features/explain/map/words.hpp"
#include "features/snapshot.hpp"
#include "tests/support/fakes.hpp"

using namespace atelier::app;
using namespace atelier::test;
using atelier::core::ErrorCode;
namespace core = atelier::core;

namespace {

ExplanationSettings by(ExplanationMethod method, std::optional<std::uint8_t> label = {}) {
  ExplanationSettings settings;
  settings.method = method;
  settings.label = label;
  return settings;
}
const ExplanationSettings kActivation = by(ExplanationMethod::kActivation);
const ExplanationSettings kOcclusion = by(ExplanationMethod::kOcclusion);

// Both engines answer; the visitor has a sample in front of them.
struct Explaining : Program {
  Explaining() {
    has_own_engine = true;
    load_model();
    load_own_engine();
    load_test_set(12);
  }
  void load_own_engine() { send(ModelLoaded{own_engine.loads.back().token}); }

  // Cell k of class c is 100 c + k, the bias of class c is c.
  void explained(Token token, int rows = 2, int columns = 3) {
    ClassMaps maps{rows, columns, {}, {}};
    for (std::size_t label = 0; label < 10; ++label) {
      maps.bias[label] = static_cast<float>(label);
      for (int k = 0; k < rows * columns; ++k) {
        maps.values.push_back(static_cast<float>(100 * label) + static_cast<float>(k));
      }
    }
    done<ReadActivationMap>(token, maps);  // or of occlusion: they are alike
  }
  void explained() { explained(work.started.back().token); }
  // How many maps have been asked for.
  [[nodiscard]] std::size_t asked() const {
    return work.asked<ReadActivationMap>().size() + work.asked<FindOcclusionMap>().size();
  }
};

}  // namespace

TEST_CASE("while it is closed nothing is computed", "[app][explanation]") {
  Explaining program;
  program.act(SelectSample{3});
  program.answer(kCoat);
  program.act(ApplyStroke{broad_stroke()});
  program.answer(kCoat);
  CHECK(program.asked() == 0);
  CHECK(program.work.cancelled.size() == 0);
  CHECK(!shown_map(program.state));
  CHECK(explanation_words(program.state).empty());
}

TEST_CASE("once opened, every picture is explained, and only once", "[app][explanation]") {
  Explaining program;
  program.act(SelectSample{3});
  program.answer(kCoat);
  program.act(Explain{kActivation});
  REQUIRE(program.asked() == 1);
  const auto image = program.state.test_set.loader.view().image(3);
  CHECK(program.work.asked<ReadActivationMap>()[0].picture == picture_of(image));
  CHECK(!shown_map(program.state));
  program.explained();
  const auto map = shown_map(program.state);
  REQUIRE(map);
  CHECK(map->label == kCoat);
  CHECK(map->rows == 2);
  CHECK(map->columns == 3);
  CHECK(std::vector(map->values.begin(), map->values.end()) ==
        std::vector<float>{400, 401, 402, 403, 404, 405});
  CHECK(map->largest == 405);
  CHECK(map->mean == Catch::Approx(402.5));
  CHECK(map->bias == 4);
  program.act(SetView{View::kExplore});
  program.act(SetView{View::kDraw});
  CHECK(program.asked() == 1);

  program.act(ApplyStroke{broad_stroke()});
  CHECK(program.asked() == 2);
  CHECK(!shown_map(program.state));  // that one was of another picture
  program.act(Explain{});
  CHECK(!shown_map(program.state));
}

TEST_CASE("another class is looked at without asking again", "[app][explanation]") {
  Explaining program;
  program.act(SelectSample{3});
  program.answer(kCoat);
  program.act(Explain{kActivation});
  program.explained();
  program.act(Explain{by(ExplanationMethod::kActivation, kTrouser)});
  CHECK(shown_map(program.state)->label == kTrouser);
  CHECK(shown_map(program.state)->largest == 105);
  ExplanationSettings weaker = kActivation;
  weaker.strength = 0.2F;
  program.act(Explain{weaker});
  CHECK(shown_map(program.state)->label == kCoat);
  CHECK(program.work.started.size() == 1);
}

TEST_CASE("the newest picture wins, and what was under way is taken back", "[app][explanation]") {
  Explaining program;
  program.act(SelectSample{3});
  program.answer(kCoat);
  program.act(Explain{kOcclusion});
  const Token first = program.work.started.back().token;
  CHECK(program.work.asked<FindOcclusionMap>().back().patch == 5);
  CHECK(program.work.asked<FindOcclusionMap>().back().stride == 2);
  program.act(SelectSample{4});
  program.answer(kTrouser);
  CHECK(program.work.cancelled.size() == 1);
  REQUIRE(program.work.started.size() == 2);
  program.explained(first);
  CHECK(!shown_map(program.state));
  program.explained();
  CHECK(shown_map(program.state)->label == kTrouser);

  ExplanationSettings larger = kOcclusion;
  larger.patch = 7;
  program.act(Explain{larger});
  CHECK(program.work.asked<FindOcclusionMap>().back().patch == 7);
  CHECK(!shown_map(program.state));
  program.act(Explain{});
  CHECK(program.work.cancelled.size() == 2);
  program.explained();
  CHECK(!shown_map(program.state));
}

TEST_CASE("a map is of one model, and waits for it", "[app][explanation]") {
  Explaining program;
  program.act(SelectSample{3});
  program.answer(kCoat);
  program.act(Explain{kActivation});
  program.explained();
  program.act(SelectModel{"large"});
  CHECK(!shown_map(program.state));
  CHECK(program.work.started.size() == 1);
  program.load_own_engine();
  CHECK(program.work.started.size() == 2);
}

TEST_CASE("there is no map of nothing, and none without our engine", "[app][explanation]") {
  Explaining program;
  program.act(Explain{kActivation});
  CHECK(program.work.started.empty());
  CHECK(explanation_words(program.state) == "Draw something, or pick an image.");
  atelier::core::Stroke dot = broad_stroke();
  dot.size = 0.01F;
  dot.points = {{0.5F, 0.5F}};
  program.act(ApplyStroke{dot});
  CHECK(program.work.started.empty());

  Program without;
  without.load_model();
  without.load_test_set(3);
  without.act(SelectSample{1});
  without.act(Explain{kActivation});
  CHECK(without.work.started.empty());
  CHECK_THAT(explanation_words(without.state), Catch::Matchers::StartsWith("No map: only"));
}

TEST_CASE("what cannot be explained is said, and not asked for again", "[app][explanation]") {
  Explaining program;
  program.act(SelectSample{3});
  program.answer(kCoat);
  program.act(Explain{kActivation});
  const core::Error error{ErrorCode::kOnnxUnsupported, "no exact activation map"};
  program.send(
      WorkDone{program.work.started.back().token, pack_result(core::Result<ClassMaps>(error))});
  program.act(SetView{View::kDraw});
  CHECK(program.work.started.size() == 1);
  CHECK_THAT(explanation_words(program.state),
             Catch::Matchers::ContainsSubstring("Occlusion works for any"));
  program.act(Explain{kOcclusion});
  CHECK(program.work.started.size() == 2);
}

TEST_CASE("the words of an activation map are its sum", "[app][explanation]") {
  Explaining program;
  program.act(SelectSample{3});
  program.answer(kCoat);
  program.act(Explain{kActivation});
  program.explained();
  CHECK(explanation_words(program.state) ==
        "Exact: the mean of these 2 \xC3\x97 3 cells, +402.5, and a bias of +4.0 make the logit of "
        "Coat, "
        "+406.5.");
  CHECK(signed_number(-0.04F) == "0.0");
  CHECK(signed_number(-3.25F) == "-3.2");
}

TEST_CASE("a snapshot has the map of the chosen class", "[app][explanation]") {
  Explaining program;
  program.act(SelectSample{3});
  program.answer(kCoat);
  ExplanationSettings settings = by(ExplanationMethod::kOcclusion, kTrouser);
  settings.strength = 0.5F;
  program.act(Explain{settings});
  CHECK_THAT(snapshot_json(program.state, 0),
             Catch::Matchers::ContainsSubstring(
                 R"("explanation":{"method":"occlusion","label":1,"patch":5,"stride":2,)"
                 R"("strength":0.5,"rows":0,"columns":0,"values":[],"largest":0,"bias":0,)"));
  program.explained();
  CHECK_THAT(
      snapshot_json(program.state, 0),
      Catch::Matchers::ContainsSubstring(
          R"("rows":2,"columns":3,"values":[100,101,102,103,104,105],"largest":105,"bias":1,)"));
}
