// SPDX-License-Identifier: MIT
// Why: an answer beneath a picture must be that picture's, and nobody may wait for it.
#include "features/draw/steps.hpp"

#include <catch_amalgamated.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "features/snapshot.hpp"
#include "tests/support/fakes.hpp"

using namespace atelier::app;
using namespace atelier::test;
using atelier::core::Step;
using atelier::core::StepId;

namespace {

// Both engines answer, and something is drawn.
struct Drawn : Program {
  Drawn() {
    load_both_engines();
    load_test_set(12);
    act(ApplyStroke{broad_stroke()});
  }
  // Step k is answered by class k.
  void steps_answered(Token token, float lead = 2) {
    StepsClassified event{token, {}};
    for (std::size_t k = 0; k < state.steps.steps.size(); ++k) {
      const auto logits = logits_for(static_cast<std::uint8_t>(k), lead);
      event.logits.insert(event.logits.end(), logits.begin(), logits.end());
    }
    send(event);
  }
  void steps_answered() { steps_answered(batch.requests.back().token); }
};

atelier::core::Stroke outline() {
  return {atelier::core::Tool::kBrush,
          200,
          0.02F,
          false,
          {{0.2F, 0.3F}, {0.8F, 0.3F}, {0.7F, 0.8F}, {0.25F, 0.8F}, {0.2F, 0.3F}}};
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("every step of a drawing is asked about once, each as 28 x 28 pixels", "[app][steps]") {
  Drawn program;
  REQUIRE(program.batch.requests.size() == 1);
  const auto& steps = program.state.steps.steps;
  REQUIRE(steps.size() == 6);
  const std::vector<std::uint8_t>& pixels = program.batch.requests[0].pixels;
  REQUIRE(pixels.size() == 6 * 784);
  CHECK(std::equal(pixels.end() - 784, pixels.end(), program.state.input.seen.pixels.begin()));
  const auto squeezed = atelier::core::resize_area(steps[1].image, 28, 28).pixels;
  CHECK(std::equal(squeezed.begin(), squeezed.end(), pixels.begin() + 784));

  CHECK(!step_answer(program.state, 0));
  program.steps_answered();
  const auto third = step_answer(program.state, 2);
  REQUIRE(third);
  CHECK(third->label == 2);
  CHECK(third->probability == Catch::Approx(std::exp(2.0) / (std::exp(2.0) + 9)));
  program.act(SetView{View::kDraw});
  CHECK(program.batch.requests.size() == 1);
}

TEST_CASE("one question at a time: the newest drawing goes next", "[app][steps]") {
  Drawn program;
  program.act(ApplyStroke{broad_stroke(0.3F)});
  program.act(ApplyStroke{broad_stroke(0.7F)});
  CHECK(program.batch.requests.size() == 1);
  program.steps_answered();
  CHECK(program.batch.requests.size() == 2);
  // Meanwhile the older answer is shown, but is not the newest drawing's.
  const bool shown = step_answer(program.state, 0).has_value();
  const bool exact = step_answer(program.state, 0, true).has_value();
  CHECK(shown);
  CHECK(!exact);
  program.steps_answered(program.batch.requests[0].token, 9);
  const bool still_not_exact = !step_answer(program.state, 0, true).has_value();
  CHECK(still_not_exact);
  program.steps_answered();
  const bool now_exact = step_answer(program.state, 0, true).has_value();
  CHECK(now_exact);
}

TEST_CASE("out of sight nothing is asked", "[app][steps]") {
  Drawn program;
  program.act(ShowSteps{false});
  CHECK(program.batch.cancelled == 1);
  program.steps_answered();
  const bool answered = step_answer(program.state, 0).has_value();
  CHECK(!answered);
  program.act(ApplyStroke{broad_stroke(0.3F)});
  CHECK(program.batch.requests.size() == 1);
  program.act(ShowSteps{true});
  CHECK(program.batch.requests.size() == 2);
  program.steps_answered();
  program.act(SelectSample{3});
  program.act(ClearDrawing{});
  program.act(SetView{View::kExplore});
  program.act(ApplyStroke{broad_stroke()});
  CHECK(program.batch.requests.size() == 2);
  program.act(SetView{View::kDraw});
  CHECK(program.batch.requests.size() == 3);

  Program without;
  without.load_model();
  without.act(ApplyStroke{broad_stroke()});
  CHECK(without.batch.requests.empty());
}

TEST_CASE("an engine that cannot answer leaves the steps without answers", "[app][steps]") {
  Drawn program;
  program.send(StepsClassified{program.batch.requests.back().token, {}});
  const bool answered = step_answer(program.state, 0).has_value();
  CHECK(!answered);
  CHECK(program.batch.requests.size() == 1);
  program.act(SelectModel{"large"});
  program.send(ModelLoaded{program.own_engine.loads.back().token});
  CHECK(program.batch.requests.size() == 2);
}

TEST_CASE("a switch changes what the network gets, until all are on again", "[app][steps]") {
  Drawn program;
  const auto seen = program.state.input.seen;
  const std::uint64_t version = program.state.input.version;
  program.act(SwitchStep{StepId::kTrimmed, false});
  CHECK(are_steps_changed(program.state));
  CHECK(!(program.state.input.seen == seen));
  CHECK(program.state.input.version > version);
  CHECK(program.state.steps.steps[1].skipped);
  program.steps_answered();
  program.steps_answered();
  const bool skipped_is_answered = step_answer(program.state, 1).has_value();
  CHECK(!skipped_is_answered);

  // For as long as the page is open.
  program.act(ClearDrawing{});
  program.act(ApplyStroke{broad_stroke()});
  CHECK(program.state.steps.steps[1].skipped);
  program.act(SwitchStep{StepId::kSeen, false});
  program.act(SwitchStep{});
  CHECK(!are_steps_changed(program.state));
  CHECK(program.state.input.seen == seen);
}

TEST_CASE("switches leave a shown sample alone", "[app][steps]") {
  Drawn program;
  program.act(SelectSample{3});
  const auto seen = program.state.input.seen;
  program.act(SwitchStep{StepId::kTrimmed, false});
  CHECK(program.state.input.source == InputSource::kSample);
  CHECK(program.state.input.seen == seen);
  program.act(EditSample{3});
  CHECK(program.state.input.seen == seen);
  CHECK(!goes_through_steps(program.state));
  program.act(ClearDrawing{});
  program.act(ApplyStroke{broad_stroke()});
  CHECK(goes_through_steps(program.state));
  CHECK(program.state.steps.steps[1].skipped);
}

TEST_CASE("an outline is filled before the network gets it", "[app][steps]") {
  Drawn program;
  program.act(ClearDrawing{});
  program.act(ApplyStroke{outline()});
  CHECK(program.state.steps.steps[1].id == StepId::kFilled);
  CHECK(program.state.input.seen.at(14, 14) > 100);
  program.act(SwitchStep{StepId::kFilled, false});
  CHECK(program.state.input.seen.at(14, 14) == 0);
}

TEST_CASE("the snapshot says the steps, their switches and answers", "[app][steps]") {
  Drawn program;
  program.act(SwitchStep{StepId::kToned, false});
  CHECK(
      contains(snapshot_json(program.state, 0),
               R"("preprocessing":{"off":["toned"],"steps":[{"step":"as-drawn","title":"As drawn",)"
               R"("on":null,"words":"Your drawing on the whole sheet, wherever and however large )"
               R"(it is.","label":null,"probability":null},)"));
  program.steps_answered();
  program.steps_answered();
  const std::string json = snapshot_json(program.state, 0);
  CHECK(contains(json, R"({"step":"trimmed","title":"Trimmed","on":true,)"));
  CHECK(contains(json, R"("label":1,"probability":0.4508)"));
  CHECK(contains(json, R"({"step":"toned","title":"Toned","on":false,"words":"Off: very dark )"
                       R"(or very bright drawings stay so.","label":null,"probability":null})"));
}

TEST_CASE("another temperature changes all probabilities that are shown, and no order",
          "[app][temperature]") {
  Drawn program;
  program.steps_answered();
  program.answer(logits_for(kCoat, 4));
  const auto before = program.state.answer->prediction;
  const float step_before = step_answer(program.state, 2)->probability;
  program.act(SetTemperature{4.0F});
  const auto after = program.state.answer->prediction;
  CHECK(after.label == kCoat);
  CHECK(after.logits == before.logits);
  CHECK(after.probabilities[kCoat] == Catch::Approx(std::exp(1.0) / (std::exp(1.0) + 9)));
  CHECK(after.verdict == atelier::core::Verdict::kUnsure);
  const auto step_after = step_answer(program.state, 2);
  REQUIRE(step_after);
  CHECK(step_after->label == 2);
  CHECK(step_after->probability < step_before);
  CHECK(contains(snapshot_json(program.state, 0), R"("temperature":{"shown":4,"calibrated":1})"));
  // Those that come later as well.
  program.act(ApplyStroke{broad_stroke(0.3F)});
  program.answer(logits_for(kTrouser, 4));
  CHECK(program.state.answer->prediction.probabilities[kTrouser] ==
        Catch::Approx(after.probabilities[kCoat]));
  program.act(SetTemperature{});
  CHECK(program.state.answer->prediction.probabilities[kTrouser] ==
        Catch::Approx(before.probabilities[kCoat]));
  CHECK(program.state.answer->prediction.verdict == atelier::core::Verdict::kAnswer);
  program.act(SetTemperature{100.0F});
  CHECK(shown_temperature(program.state) == kGreatestTemperature);
}
