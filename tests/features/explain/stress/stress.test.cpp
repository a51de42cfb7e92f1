// SPDX-License-Identifier: MIT
// Why: the answer beside a distorted picture must be that picture's, and the curve that of the
// slider beneath it; and who distorts nothing must see the answer as it is.
#include "features/explain/stress/stress.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "features/explain/altered.hpp"
#include "features/explain/stress/words.hpp"
#include "features/snapshot.hpp"
#include "tests/support/fakes.hpp"

using namespace atelier::app;
using namespace atelier::test;
using atelier::core::distorted;
using atelier::core::Distortion;

namespace {

// Both engines answer; the visitor distorts a sample.
struct Stressing : Program {
  Stressing() {
    load_both_engines();
    load_test_set(12);
    act(SelectSample{3});
    answer(kCoat);
    act(OpenWhy{WhyTopic::kStress});
  }
  // Every picture of the newest request by that class.
  void stress_answered(std::uint8_t label) {
    const auto question = questions().back();
    ClassifyImages::Answer answer;
    for (std::size_t k = 0; k < question.pixels.size() / kPixelCount; ++k) {
      const auto logits = logits_for(label, 3);
      answer.logits.insert(answer.logits.end(), logits.begin(), logits.end());
    }
    done<ClassifyImages>(answer);
  }
  [[nodiscard]] std::vector<FakeWork::Asked<ClassifyImages>> questions() const {
    return work.asked<ClassifyImages>();
  }
  [[nodiscard]] std::vector<std::uint8_t> asked(std::size_t k) const {
    const auto pixels = questions().back().pixels;
    const auto first = pixels.begin() + static_cast<std::ptrdiff_t>(kPixelCount * k);
    return {first, first + kPixelCount};
  }
};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("opened, it asks for the curve and leaves the picture and its answer alone",
          "[app][stress]") {
  Stressing program;
  REQUIRE(program.questions().size() == 1);
  REQUIRE(program.questions()[0].pixels.size() == kStressPoints * kPixelCount);
  const auto& seen = program.state.input.seen;
  // Turned half round backwards at one end, forwards at the other, not at all in the middle.
  CHECK(program.asked(0) == distorted(seen, {.turn = -180}).pixels);
  CHECK(program.asked(kStressPoints - 1) == distorted(seen, {.turn = 180}).pixels);
  CHECK(program.asked(kStressPoints / 2) == seen.pixels);
  CHECK(!stressed_picture(program.state));
  CHECK(!altered_picture(program.state));
  CHECK(stress_curve(program.state).empty());
  program.stress_answered(kTrouser);
  const auto curve = stress_curve(program.state);
  REQUIRE(curve.size() == kStressPoints);
  CHECK(curve.front().value == -180);
  CHECK(curve[kStressPoints / 2].value == 0);
  CHECK(curve.back().label == kTrouser);
  CHECK(program.questions().size() == 1);
}

TEST_CASE("the distorted picture is answered first, then the curve around it", "[app][stress]") {
  Stressing program;
  program.stress_answered(kCoat);
  const Distortion distortion{.turn = 90, .blur = 1};
  program.act(SetStress{distortion, StressKind::kBlur});
  const auto expected = distorted(program.state.input.seen, distortion);
  CHECK(stressed_picture(program.state) == expected);
  CHECK(program.questions().back().pixels == expected.pixels);
  CHECK(!stressed_logits(program.state));
  program.stress_answered(kSneaker);
  const auto altered = altered_picture(program.state);
  REQUIRE(altered);
  CHECK(altered->picture == expected);
  REQUIRE(altered->prediction);
  CHECK(altered->prediction->label == kSneaker);
  CHECK(program.state.answer->prediction.label == kCoat);
  // Along the blur, all else as it is.
  REQUIRE(program.questions().back().pixels.size() == kStressPoints * kPixelCount);
  CHECK(program.asked(0) == distorted(program.state.input.seen, {.turn = 90}).pixels);
  program.stress_answered(kSneaker);

  // Further along the same slider, the curve stays what it is.
  const std::size_t before = program.questions().size();
  program.act(SetStress{{.turn = 90, .blur = 2}, StressKind::kBlur});
  program.stress_answered(kSneaker);
  CHECK(program.questions().size() == before + 1);
  CHECK(!stress_curve(program.state).empty());
}

TEST_CASE("a newer picture does not wait for the curve of an older one", "[app][stress]") {
  Stressing program;
  program.act(SetStress{{.turn = 10}, StressKind::kTurn});
  CHECK(program.work.cancelled.size() == 1);
  CHECK(program.questions().back().pixels.size() == kPixelCount);
  const Token old = program.questions().back().token;
  program.act(SetStress{{.turn = 20}, StressKind::kTurn});
  const auto logits = logits_for(kTrouser);
  program.done<ClassifyImages>(old, {{logits.begin(), logits.end()}});
  CHECK(!stressed_logits(program.state));
  program.stress_answered(kCoat);
  CHECK(stressed_logits(program.state).has_value());
}

TEST_CASE("the curve is about the true class of a sample, and the answer to a drawing",
          "[app][stress]") {
  Stressing program;
  CHECK(stressed_label(program.state) == 3);  // whatever was answered
  program.stress_answered(3);
  CHECK(stress_curve(program.state)[7].probability ==
        Catch::Approx(std::exp(3.0) / (std::exp(3.0) + 9)));
  program.act(SetTemperature{3.0F});
  CHECK(stress_curve(program.state)[7].probability ==
        Catch::Approx(std::exp(1.0) / (std::exp(1.0) + 9)));
  program.act(ClearDrawing{});
  program.act(ApplyStroke{broad_stroke()});
  program.answer(kTrouser);
  CHECK(stressed_label(program.state) == kTrouser);
}

TEST_CASE("steps of a drawing and stress do not take each other's answers", "[app][stress]") {
  Stressing program;
  program.act(OpenWhy{});
  program.act(ClearDrawing{});
  program.act(ApplyStroke{broad_stroke()});
  program.answer(kTrouser);
  REQUIRE(program.state.step_answers.asks.in_flight);
  const Token steps = program.state.step_answers.asks.in_flight->token;
  program.act(OpenWhy{WhyTopic::kStress});
  program.stress_answered(kTrouser);
  CHECK(!stress_curve(program.state).empty());
  REQUIRE(program.state.step_answers.asks.in_flight);
  CHECK(program.state.step_answers.asks.in_flight->token == steps);
}

TEST_CASE("a slider keeps to its steps and its range", "[app][stress]") {
  for (const StressKind kind : kStressKinds) {
    const StressRange range = stress_range(kind);
    const float neutral = neutral_stress(kind);
    CHECK(with_stress({}, kind, neutral) == Distortion{});
    CHECK(stress_value(with_stress({}, kind, range.most + 50), kind) == range.most);
    CHECK(stress_value(with_stress({}, kind, range.least - 50), kind) == range.least);
    const float next = stress_value(with_stress({}, kind, neutral + range.step * 0.7F), kind);
    CHECK(next == Catch::Approx(neutral + range.step));
    CHECK(!is_neutral(with_stress({}, kind, next)));
  }
}

TEST_CASE("the curve follows the slider that was moved last", "[app][stress]") {
  Stressing program;
  program.act(SetStress{{.contrast = 0.5F}, {}});
  CHECK(program.state.stress.along == StressKind::kContrast);
  program.act(SetStress{{.contrast = 0.5F, .noise = 9}, {}});
  CHECK(program.state.stress.along == StressKind::kNoise);
  program.act(SetStress{{.contrast = 0.5F, .noise = 9}, StressKind::kTurn});
  CHECK(program.state.stress.along == StressKind::kTurn);
  program.act(SetStress{});  // all of it away
  CHECK(program.state.stress.along == StressKind::kTurn);
  CHECK(!altered_picture(program.state));
}

TEST_CASE("it is said in plain words what the answer was and is", "[app][stress]") {
  Stressing program;
  CHECK(stress_words(program.state) == "Nothing is distorted yet. What does the answer bear?");
  program.act(SetStress{{.shift_x = 5}, {}});
  CHECK(stress_words(program.state) == "One moment ...");
  program.stress_answered(kTrouser);
  CHECK(stress_words(program.state) ==
        "The distorted picture: Trouser, 69.1 %. Before: Coat, > 99.9 %.");
  CHECK(stress_value_words(StressKind::kTurn, -30) == "-30\xC2\xB0");
  CHECK(stress_value_words(StressKind::kShiftX, 2.5F) == "2.5 px");
  CHECK(stress_value_words(StressKind::kShiftY, 3) == "3 px");
  CHECK(stress_value_words(StressKind::kScale, 0.85F) == "0.85 \xC3\x97");

  Program without;
  without.load_model();
  without.load_test_set(3);
  without.act(SelectSample{1});
  without.act(OpenWhy{WhyTopic::kStress});
  CHECK(without.work.started.empty());
  CHECK_THAT(stress_words(without.state), Catch::Matchers::StartsWith("Not known: only Atelier's"));
}

TEST_CASE("a snapshot has the distortion, its picture and the curve", "[app][stress]") {
  Stressing program;
  program.act(SetStress{{.shift_x = 3, .turn = 45}, StressKind::kTurn});
  program.stress_answered(kTrouser);
  program.stress_answered(kTrouser);
  const std::string json = snapshot_json(program.state, 0);
  CHECK(contains(json, R"("stress":{"shift":[3,0],"turn":45,"scale":1,"blur":0,"contrast":1,)"
                       R"("noise":0,"seed":1,"along":"turn","label":3,)"
                       R"("curve":[{"value":-180,"probability":)"));
  CHECK(contains(json, R"("prediction":{"label":1,"name":"Trouser",)"));
  program.act(SetStress{});
  const std::string neutral = snapshot_json(program.state, 0);
  CHECK(contains(neutral, R"("words":"Nothing is distorted yet.)"));
  CHECK(contains(neutral, R"("pixels":[],"prediction":null)"));
}
