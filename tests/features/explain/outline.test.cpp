// SPDX-License-Identifier: MIT
// Why: who cannot see the pictures gets the same explanations in words and numbers.
#include <catch_amalgamated.hpp>

#include <string>

#include "features/outline.hpp"
#include "tests/support/fakes.hpp"
#include "tests/support/layers.hpp"
#include "tests/support/outlines.hpp"

using namespace atelier::app;
using namespace atelier::test;

namespace {

// Both engines answer; the visitor has a sample in front of them.
struct Asking : Program {
  explicit Asking(WhyTopic topic) {
    load_both_engines();
    load_test_set(12);
    act(SelectSample{3});
    answer(kCoat);
    act(OpenWhy{topic});
  }
};

}  // namespace

TEST_CASE("one explanation is open, or none") {
  Program program;
  CHECK(Read(program.state).chosen("why-topic") == "Not asked");
  CHECK_FALSE(Read(program.state).has("stress-turn"));
  program.act(OpenWhy{WhyTopic::kStress});
  CHECK(Read(program.state).chosen("why-topic") == "What the answer bears");
  CHECK(Read(program.state).has("stress-turn"));
  CHECK(Read(program.state).at("why-topic").action == R"({"type":"open-why","topic":"$value"})");
}

TEST_CASE("the map is the means of seven by seven parts") {
  Asking program(WhyTopic::kMap);
  ReadActivationMap::Answer maps{28, 28, std::vector<float>(std::size_t{10} * 784)};
  const auto coat = maps.values.begin() + std::ptrdiff_t{784} * kCoat;
  for (int y = 4; y < 8; ++y) {
    for (int x = 24; x < 28; ++x) coat[28 * y + x] = 2;
  }
  coat[0] = 16;
  program.done<ReadActivationMap>(maps);
  const Read read(program.state);
  const Node& table = read.at("explanation-map");
  REQUIRE(table.rows.size() == 7);
  CHECK(table.rows[1][7].words == "2.0");
  CHECK(table.rows[0][1].words == "1.0");
  CHECK(table.rows[6][1].words == "0.0");
  CHECK(table.words ==
        "The picture in 7 by 7 parts: a positive number speaks for Coat, a negative one speaks "
        "against Coat");
  CHECK(read.chosen("explanation-method") == "Activation map");
  CHECK(read.chosen("explanation-label") == "The class answered");
  CHECK_FALSE(read.has("explanation-patch"));
  CHECK(read.at("explanation-strength").action ==
        R"({"type":"explain","method":"activation","label":null,"patch":5,"stride":2,)"
        R"("strength":"$value"})");
  ExplanationSettings settings = program.state.explanation.settings;
  settings.method = ExplanationMethod::kOcclusion;
  program.act(Explain{settings});
  CHECK(Read(program.state).chosen("explanation-patch") == "5 \xC3\x97 5");
}

TEST_CASE("a cell of a layer is pointed at by its numbers") {
  Asking program(WhyTopic::kInside);
  program.done<ReadLayers>(layers_read());
  {
    const Read read(program.state);
    CHECK(read.at("inside-layer").options.size() == 2);
    CHECK(read.chosen("inside-layer") == "Layer 1: 3 maps of 28 \xC3\x97 28");
    CHECK(read.chosen("inside-map") == "None");
    CHECK_FALSE(read.has("inside-row"));
  }
  program.act(SetInside{{.layer = 1, .cell = InsideCell{4, 6, 0}}});
  const Read read(program.state);
  CHECK(read.chosen("inside-row") == "7");
  CHECK(read.chosen("inside-column") == "1");
  CHECK(read.at("inside-row").action ==
        R"({"type":"inside","layer":1,"map":4,"row":"$value","column":0})");
  CHECK(read.at("inside-values").rows.size() == 7);
  CHECK(read.at("inside-values").rows[6][1].words == "238.0");
}

TEST_CASE("each strength of a change has a row, and the slider says the one shown") {
  Asking program(WhyTopic::kChange);
  CHECK(Read(program.state).at("change-strength").why_not == "The changes are not known yet");
  FindChanges::Answer changes;
  for (int strength = 0; strength <= kMostStrength; ++strength) {
    changes.images.insert(changes.images.end(), kPixelCount, static_cast<std::uint8_t>(strength));
    const auto logits = logits_for(strength < 3 ? kCoat : kPullover, 2);
    changes.logits.insert(changes.logits.end(), logits.begin(), logits.end());
  }
  FindChanges::judge(changes, std::nullopt);
  program.done<FindChanges>(changes);
  const Read read(program.state);
  CHECK(read.at("change-strength").value == "3");
  CHECK(read.at("change-strength").value_words == "3 gray levels: Pullover, 45.1 %");
  CHECK(read.at("change-strengths").rows.size() == 33);
  CHECK(read.at("change-strengths").marked == 3);
  CHECK(read.chosen("change-target") == "Whatever it is not");
  CHECK(read.at("change-strength").action ==
        R"({"type":"change","method":"fgsm","target":null,"strength":"$value"})");
  CHECK(read.at("change-method").action ==
        R"({"type":"change","method":"$value","target":null,"strength":null})");
}

TEST_CASE("a slider of a distortion moves its own number and leaves the others") {
  Asking program(WhyTopic::kStress);
  CHECK(Read(program.state).at("stress-reset").why_not == "Nothing is distorted");
  program.act(SetStress{{.shift_x = 1, .shift_y = -2, .turn = 30}, StressKind::kTurn});
  const Read read(program.state);
  CHECK(read.at("stress-shift-x").action ==
        R"({"type":"stress","shift":["$value",-2],"turn":30,"scale":1,"blur":0,"contrast":1,)"
        R"("noise":0,"seed":1,"along":"shift-x"})");
  CHECK(read.at("stress-blur").action ==
        R"({"type":"stress","shift":[1,-2],"turn":30,"scale":1,"blur":"$value","contrast":1,)"
        R"("noise":0,"seed":1,"along":"blur"})");
  CHECK(read.at("stress-turn").value == "30");
  CHECK(read.at("stress-turn").range.least == -180);
  CHECK(read.at("stress-turn").value_words == "30\xC2\xB0");
}
