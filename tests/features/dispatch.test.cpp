// SPDX-License-Identifier: MIT
// Why: scripts and links come from outside. What is wrong with an action is said in words that help
// its author, and nothing else comes of it.
#include "features/dispatch.hpp"

#include <catch_amalgamated.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "tests/support/fakes.hpp"
#include "tests/support/own_files.hpp"

using namespace atelier::app;
using namespace atelier::test;
namespace core = atelier::core;
using Catch::Matchers::ContainsSubstring;

namespace {

struct Scripted : Program {
  std::optional<Refusal> dispatch(const std::string& json, std::span<const std::byte> bytes = {}) {
    return atelier::app::dispatch(state, ports, json, bytes);
  }
  // What a TypeError and a RangeError say; empty where the other one, or nothing, is thrown.
  std::string malformed(const std::string& json) {
    const auto refusal = dispatch(json);
    return refusal && refusal->reason == Refusal::Reason::kMalformed ? refusal->sentence : "";
  }
  std::string not_now(const std::string& json) {
    const auto refusal = dispatch(json);
    return refusal && refusal->reason == Refusal::Reason::kNotNow ? refusal->sentence : "";
  }
};

std::string stroke_with(const std::string& field, const std::string& value) {
  std::string json = R"({"type": "stroke")";
  const std::vector<std::pair<std::string, std::string>> usual = {
      {"points", "[[0, 0, 0.5], [1, 1, 1]]"},
      {"tool", R"("brush")"},
      {"gray", "200"},
      {"size", "0.1"}};
  bool given = false;
  for (const auto& [name, text] : usual) {
    given = given || name == field;
    json += ", \"" + name + "\": " + (name == field ? value : text);
  }
  if (!given && !field.empty()) json += ", \"" + field + "\": " + value;
  return json + "}";
}

}  // namespace

TEST_CASE("an action of a script does what a person's does", "[app][dispatch]") {
  Scripted page;
  page.load_model();
  page.load_test_set(12);
  CHECK_FALSE(page.dispatch(R"({"type": "view", "view": "explore"})"));
  CHECK(page.state.view == View::kExplore);
  CHECK_FALSE(page.dispatch(R"({"type": "select-sample", "index": 11})"));
  CHECK(page.state.input.index == 11U);
  CHECK_FALSE(page.dispatch(R"({"type": "open-why", "topic": "inside"})"));
  CHECK(page.state.why == WhyTopic::kInside);
  CHECK_FALSE(page.dispatch(R"({"type": "open-why", "topic": null})"));
  CHECK_FALSE(page.state.why);
  CHECK_FALSE(page.dispatch(R"({"type": "temperature", "value": 2.5})"));
  CHECK(page.state.temperature == 2.5F);
  CHECK_FALSE(page.dispatch(R"({"type": "select-engine", "engine": "onnxruntime-web"})"));
  CHECK(page.state.engines.wanted == EngineKind::kOrtWeb);
  CHECK_FALSE(page.dispatch(R"({"type": "report-section", "section": "compare"})"));
  CHECK(page.state.report.section == ReportSection::kCompare);
  CHECK_FALSE(page.dispatch(R"({"type": "clear"})"));  // whether or not something was drawn
  CHECK_FALSE(
      page.dispatch(R"({"type": "rename-class", "label": 6, "name": "Hemd \u00dc\ud83d\udc55"})"));
  CHECK(page.state.test_set.class_names[6] == "Hemd \u00dc\U0001F455");
  CHECK_FALSE(page.dispatch(R"({"type": "rename-class", "label": null})"));
  CHECK(page.state.test_set.class_names[6] == "Shirt");
  CHECK_FALSE(page.dispatch(R"({"type": "save", "what": "sprite"})"));
  CHECK(page.saver.saved.size() == 1);
}

TEST_CASE("a stroke is drawn by its own tool, with what is left out as usual", "[app][dispatch]") {
  Scripted page;
  CHECK_FALSE(page.dispatch(stroke_with("", "")));
  CHECK(page.state.input.source == InputSource::kDrawing);
  CHECK_FALSE(page.dispatch(stroke_with("mirrored", "true")));
  CHECK_FALSE(page.dispatch(stroke_with("mirrored", "null")));
  CHECK_FALSE(page.dispatch(stroke_with("gap", "40")));
  CHECK_FALSE(page.dispatch(R"({"type": "arrange", "move": [0.25, -0.5], "turn": -90})"));
  CHECK_FALSE(page.dispatch(R"({"type": "arrange", "move": null, "scale": 2})"));
}

TEST_CASE("settings that are left out are as by default", "[app][dispatch]") {
  Scripted page;
  CHECK_FALSE(page.dispatch(R"({"type": "explain", "method": "occlusion", "patch": 7})"));
  CHECK(page.state.explanation.settings ==
        ExplanationSettings{.method = ExplanationMethod::kOcclusion, .label = {}, .patch = 7});
  CHECK_FALSE(page.dispatch(R"({"type": "change", "target": 6})"));
  CHECK(page.state.change.settings == ChangeSettings{.target = std::uint8_t{6}, .strength = {}});
  CHECK_FALSE(page.dispatch(R"({"type": "stress", "shift": [3, -2], "turn": 90})"));
  CHECK(page.state.stress.distortion == core::Distortion{.shift_x = 3, .shift_y = -2, .turn = 90});
  CHECK_FALSE(
      page.dispatch(R"({"type": "inside", "layer": 1, "map": 11, "row": 27, "column": 0})"));
  CHECK(page.state.inside.settings == InsideSettings{1, InsideCell{11, 27, 0}});
  CHECK_FALSE(page.dispatch(R"({"type": "inside", "layer": 3})"));
  CHECK(page.state.inside.settings == InsideSettings{3, {}});
  CHECK_FALSE(page.dispatch(R"({"type": "filter", "prediction": 0, "right": false,
                                "verdict": "unsure", "confidence": [0.25, 0.5], "sort": "loss"})"));
  CHECK(page.state.explore.filter == ExploreFilter{.prediction = std::uint8_t{0},
                                                   .right = false,
                                                   .verdict = core::Verdict::kUnsure,
                                                   .least_confidence = 0.25F,
                                                   .most_confidence = 0.5F,
                                                   .sort = ExploreSort::kHighestLoss});
  CHECK_FALSE(page.dispatch(R"({"type": "filter", "label": null, "sort": null})"));
  CHECK(page.state.explore.filter == ExploreFilter{});
  CHECK_FALSE(page.dispatch(R"({"type": "switch-step", "step": "toned", "on": false})"));
  CHECK(page.state.preprocess.skips(core::StepId::kToned));
  CHECK_FALSE(page.dispatch(R"({"type": "switch-step", "step": null})"));
  CHECK_FALSE(page.state.preprocess.skips(core::StepId::kToned));
  CHECK_FALSE(page.dispatch(R"({"type": "cell", "label": 6, "answer": 0})"));
  CHECK_FALSE(page.dispatch(R"({"type": "cell", "label": null})"));
  CHECK_FALSE(page.dispatch(R"({"type": "adjust-photo", "trim_tolerance": 0.2,
                                "resampling": "averaging"})"));
  CHECK(page.state.photo.options.trim_tolerance == 0.2F);
  CHECK(page.state.photo.options.background_tolerance == 0.1F);
  CHECK(page.state.photo.options.resampling == core::Resampling::kAveraging);
}

TEST_CASE("a photo's pixels stand in the JSON or come beside it", "[app][dispatch]") {
  Scripted page;
  const std::string photo = R"({"type": "open-photo", "width": 2, "height": 1, "name": "a",)";
  CHECK_FALSE(page.dispatch(photo + R"("pixels": [0, 0, 0, 255, 9, 9, 9, 0]})"));
  CHECK(page.state.photo.image.width == 2);
  const std::vector<std::byte> beside(8, std::byte{7});
  CHECK_FALSE(page.dispatch(photo + R"("pixels": true})", beside));
  CHECK(page.state.photo.name == "a");
  CHECK_FALSE(page.dispatch(R"({"type": "crop-photo", "part": [0.5, 0, 0.5, 1]})"));
  CHECK(page.state.photo.crop == core::Rect{1, 0, 1, 1});
  CHECK_FALSE(page.dispatch(R"({"type": "crop-photo", "part": null})"));
  CHECK_FALSE(page.state.photo.crop);

  CHECK(page.malformed(photo + R"("pixels": true})") ==
        "action 'open-photo': 'pixels' is a list of 8 whole numbers from 0 to 255, not 0 of them");
  CHECK_THAT(page.malformed(photo + R"("pixels": [1, 2]})"), ContainsSubstring("not 2 of them"));
  CHECK_THAT(page.malformed(photo + R"("pixels": "red"})"), ContainsSubstring("not 'red'"));
  CHECK_THAT(page.malformed(photo + R"("pixels": [256, 0, 0, 0, 0, 0, 0, 0]})"),
             ContainsSubstring("not what is at index 0"));
  CHECK_THAT(page.malformed(R"({"type": "open-photo", "width": 0, "height": 1, "pixels": []})"),
             ContainsSubstring("'width' is a whole number from 1 to 1024, not 0"));
}

TEST_CASE("what is malformed is refused in words", "[app][dispatch]") {
  Scripted page;
  page.load_test_set(12);
  const std::uint64_t version = page.state.version;
  const auto [json, words] = GENERATE(table<std::string, std::string>({
      {"", "an action is an object with a type, one of 'view', "},
      {"null", "is an object"},
      {R"("clear")", "is an object"},
      {"[]", "is an object"},
      {R"({"type": "clear")", "is an object"},
      {"{}", "the type of an action is one of 'view', "},
      {"{}", ", not undefined"},
      {R"({"type": "explode"})", "not 'explode'"},
      {R"({"type": "toString"})", "not 'toString'"},
      {R"({"type": ["clear"]})", "not a list"},
      {R"({"type": "view"})",
       "action 'view': 'view' is one of 'draw', 'explore', 'report', 'about', not undefined"},
      {R"({"type": "view", "view": "map"})", "not 'map'"},
      {R"({"type": "view", "view": "draw", "vew": 1})", "there is no 'vew', only 'view'"},
      {R"({"type": "select-sample"})", "'index' is a whole number from 0 to 99999, not undefined"},
      {R"({"type": "select-sample", "index": "3"})", "not '3'"},
      {R"({"type": "select-sample", "index": -1})", "not -1"},
      {R"({"type": "select-sample", "index": 1.5})", "not 1.5"},
      {R"({"type": "select-sample", "index": 100000})", "not 100000"},
      {R"({"type": "edit-sample", "index": 1e99})", "not 1e99"},
      {R"({"type": "filter", "label": 10})", "'label' is a whole number from 0 to 9, not 10"},
      {R"({"type": "filter", "right": 1})", "'right' is true or false, not 1"},
      {R"({"type": "filter", "verdict": "blank"})",
       "'verdict' is one of 'answer', 'unsure', 'unfamiliar', not 'blank'"},
      {R"({"type": "filter", "confidence": 0.5})",
       "'confidence' is [from, to] with numbers from 0 to 1, not 0.5"},
      {R"({"type": "filter", "confidence": [0.6, 0.5]})", "'confidence' is [from, to]"},
      {R"({"type": "filter", "confidence": [0, 1, 1]})", "not 3 of them"},
      {R"({"type": "save", "what": "the world"})", "'what' is one of 'answers-csv'"},
      {stroke_with("points", "[]"),
       "'points' is a list of [x, y, pressure], each from 0 to 1, not an empty one"},
      {stroke_with("points", "[[0, 0]]"), "'points' is"},
      {stroke_with("points", "[[0, 0, 0], [0, 0, 2]]"), "not what is at index 1"},
      {stroke_with("points", R"("x")"), "not 'x'"},
      {stroke_with("tool", R"("pencil")"), "'tool' is one of 'brush', "},
      {stroke_with("tool", R"("polygon")"), "at least 3 of them, not 2"},
      {stroke_with("tolerance", "129"), "'tolerance' is a whole number from 0 to 128, not 129"},
      {stroke_with("gap", "-1"), "'gap' is a whole number from 0 to 40, not -1"},
      {stroke_with("gray", "256"), "'gray' is a whole number from 0 to 255, not 256"},
      {stroke_with("mirrored", "1"), "'mirrored' is true or false, not 1"},
      {R"({"type": "arrange", "move": [2, 0]})", "'move' is [x, y] with numbers from -1 to 1"},
      {R"({"type": "arrange", "scale": 0})", "'scale' is a number from 0.05 to 20, not 0"},
      {R"({"type": "trace"})", "'label' is a whole number from 0 to 9, not undefined"},
      {R"({"type": "select-model"})", "'id' is a text, not undefined"},
      {R"({"type": "select-engine", "engine": {}})",
       "'engine' is one of 'atelier-nn', 'onnxruntime-web', not an object"},
      {R"({"type": "switch-step", "step": "as-seen", "on": false})",
       "'step' is one of 'filled', 'trimmed', 'scaled', 'centred', 'toned', "},
      {R"({"type": "switch-step", "step": "toned"})", "'on' is true or false, not undefined"},
      {R"({"type": "temperature", "value": 0})", "'value' is a number from 0.25 to 8, not 0"},
      {R"({"type": "explain"})", "'method' is one of 'activation', 'occlusion', not undefined"},
      {R"({"type": "explain", "method": "occlusion", "patch": 4})",
       "'patch' is an odd number from 3 to 7, not 4"},
      {R"({"type": "cell", "label": 3})", "'answer' is a whole number from 0 to 9, not undefined"},
      {R"({"type": "inside", "layer": 0, "map": 1, "row": 2})",
       "'column' is a whole number from 0 to 1023, not undefined"},
      {R"({"type": "rename-class", "label": 6})",
       "'name' is a text of at most 24 bytes, not undefined"},
      {R"({"type": "rename-class", "label": 6, "name": "1234567890123456789012345"})",
       "'name' is a text of at most 24 bytes"},
      {R"({"type": "stress", "seed": 0.5})", "'seed' is a whole number from 0 to 4294967295"},
      {R"({"type": "crop-photo", "part": [0.5, 0, 0.75, 0.5]})",
       "'part' is [x, y, width, height] within 0 to 1, not empty"},
      {R"({"type": "crop-photo", "part": [0, 0, 1]})", "'part' is [x, y, width, height]"},
  }));
  CAPTURE(json);
  CHECK_THAT(page.malformed(json), ContainsSubstring(words));
  CHECK(page.state.version == version);
}

TEST_CASE("what cannot be carried out now is refused for another reason", "[app][dispatch]") {
  Scripted page;
  page.load_model();
  page.load_test_set(5);
  const std::uint64_t version = page.state.version;
  const auto [json, words] = GENERATE(table<std::string, std::string>({
      {R"({"type": "select-sample", "index": 5})", "there is no test image 5, the last is 4"},
      {R"({"type": "edit-sample", "index": 99999})", "there is no test image 99999, the last is 4"},
      {R"({"type": "vote", "index": 5, "vote": null})", "there is no test image 5, the last is 4"},
      {R"({"type": "select-model", "id": "huge"})", "there is no model 'huge'"},
      {R"({"type": "undo"})", "there is nothing to undo"},
      {R"({"type": "redo"})", "there is nothing to redo"},
      {R"({"type": "arrange"})", "nothing is drawn"},
      {R"({"type": "trace", "label": 7})", "no test image of class 7 has arrived"},
      {R"({"type": "show-evaluation", "id": 3})", "there is no finished evaluation 3"},
      {R"({"type": "compare", "id": 3})", "there is no finished evaluation 3"},
      {R"({"type": "cancel-evaluation"})", "nothing is being evaluated"},
      {R"({"type": "save-votes"})", "there are no votes"},
      {R"({"type": "cancel-duplicates"})", "nothing is being looked for"},
      {R"({"type": "save", "what": "report-json"})", "no evaluation is complete"},
      {R"({"type": "show-photo"})", "there is no photo"},
      {R"({"type": "crop-photo", "part": null})", "there is no photo"},
      {R"({"type": "use-bundled-data"})", "it is shown already"},
      {R"({"type": "read-own-model", "range": "0..1"})",
       "there is no model of your own, or it cannot be read so"},
      {R"({"type": "select-engine", "engine": "atelier-nn"})",
       "the engine 'atelier-nn' has failed; 'retry' starts it again"},
      {R"({"type": "switch-step", "step": "negated", "on": true})",
       "what is shown does not go through the step 'negated'"},
  }));
  CAPTURE(json);
  CHECK(page.not_now(json) == words);
  CHECK(page.state.version == version);
}

TEST_CASE("images of a visitor's beyond the ten thousandth can be named", "[app][dispatch]") {
  Scripted page;
  page.load_model();
  const std::string beyond = R"({"type": "select-sample", "index": 10001})";
  CHECK(page.not_now(beyond) == "test image 10001 has not arrived");
  OwnDataDropped many;
  many.files.push_back(own_file("mine.idx", idx_samples(10'002)));
  many.files.push_back(own_file("labels.idx", idx_labels(10'002)));
  page.send(std::move(many));
  CHECK_FALSE(page.dispatch(beyond));
  CHECK(page.state.input.index == 10'001U);
  CHECK_FALSE(page.dispatch(R"({"type": "edit-sample", "index": 10001})"));
  CHECK_FALSE(page.dispatch(R"({"type": "vote", "index": 10001, "vote": "agree"})"));
}
