// SPDX-License-Identifier: MIT
// Why: whoever filters draws conclusions from what is left, and from what is first.
#include "features/explore/explore.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/png.hpp"
#include "core/sample_pictures.hpp"
#include "tests/support/fakes.hpp"

using namespace atelier;
using namespace atelier::app;
using namespace atelier::test;

namespace {

using Indices = std::vector<std::uint32_t>;

// Twelve images, labelled 0 to 9, 0 and 1, and what the network says about each.
struct Exploring : Program {
  Exploring() {
    load_model();
    load_test_set(12);
  }

  struct Said {
    std::uint8_t label;
    float lead;
  };
  // Image 1 is taken for a coat, hardly sure; 4 for a pullover, surely; the rest are right, the
  // surer the later.
  [[nodiscard]] static std::vector<Said> answers() {
    std::vector<Said> said;
    for (int k = 0; k < 12; ++k) {
      said.push_back({static_cast<std::uint8_t>(k % 10), 4 + 0.25F * static_cast<float>(k)});
    }
    said[1] = {kCoat, 2.2F};
    said[4] = {kPullover, 12};
    return said;
  }
  void send_answers(std::uint32_t first, std::uint32_t count) {
    std::vector<float> logits;
    for (std::uint32_t k = first; k < first + count; ++k) {
      const auto row = logits_for(answers()[k].label, answers()[k].lead);
      logits.insert(logits.end(), row.begin(), row.end());
    }
    send(EvaluationLogits{evaluator.started.back().token, first, logits});
  }
  void evaluate() {
    act(Evaluate{EngineKind::kAtelierNn});
    send_answers(0, 12);
    send(EvaluationDone{evaluator.started.back().token, 1});
  }
  const Indices& shown(const ExploreFilter& filter) {
    act(SetFilter{filter});
    return state.explore.indices;
  }
};

}  // namespace

TEST_CASE("filters combine", "[app][explore]") {
  Exploring program;
  program.evaluate();
  CHECK(program.shown({.right = false}) == Indices{1, 4});
  CHECK(program.shown({.right = true}) == Indices{0, 2, 3, 5, 6, 7, 8, 9, 10, 11});
  CHECK(program.shown({.prediction = kCoat}) == Indices{1});
  CHECK(program.shown({.prediction = kPullover}) == Indices{2, 4});
  CHECK(program.shown({.prediction = kPullover, .right = false}) == Indices{4});
  CHECK(program.shown({.label = std::uint8_t{0}, .right = true}) == Indices{0, 10});
  CHECK(program.shown({.label = std::uint8_t{0}, .right = false}).empty());
}

TEST_CASE("verdict and confidence are those of the calibrated answer", "[app][explore]") {
  Exploring program;
  program.evaluate();
  // e^2.2 / (9 + e^2.2) is 0.50, under the threshold of 0.6; e^4 / (9 + e^4) is 0.86.
  CHECK(program.shown({.verdict = core::Verdict::kUnsure}) == Indices{1});
  CHECK(program.shown({.verdict = core::Verdict::kAnswer}).size() == 11);
  CHECK(program.shown({.verdict = core::Verdict::kUnfamiliar}).empty());
  CHECK(program.shown({.most_confidence = 0.6F}) == Indices{1});
  CHECK(program.shown({.least_confidence = 0.85F, .most_confidence = 0.92F}) == Indices{0, 2});
  CHECK(program.shown({.least_confidence = 0.999F}) == Indices{4});
}

TEST_CASE("answers give an order, and equal ones stay in file order", "[app][explore]") {
  Exploring program;
  program.evaluate();
  const Indices by_confidence{4, 11, 10, 9, 8, 7, 6, 5, 3, 2, 0, 1};
  CHECK(program.shown({.sort = ExploreSort::kMostConfident}) == by_confidence);
  CHECK(program.shown({.sort = ExploreSort::kLeastConfident}) ==
        Indices(by_confidence.rbegin(), by_confidence.rend()));
  const Indices by_loss = program.shown({.sort = ExploreSort::kHighestLoss});
  CHECK(Indices(by_loss.begin(), by_loss.begin() + 3) == Indices{4, 1, 0});
  CHECK(by_loss.back() == 11);
  CHECK(program.shown({.label = std::uint8_t{1}, .sort = ExploreSort::kMostConfident}) ==
        Indices{11, 1});
}

TEST_CASE("without an evaluation there is nothing to answer with, and it is said",
          "[app][explore]") {
  Exploring program;
  CHECK(program.shown({.right = false}).empty());
  CHECK(explore_lacks_answers(program.state));
  CHECK(program.shown({.label = std::uint8_t{1}}) == Indices{1, 11});
  CHECK(!explore_lacks_answers(program.state));
}

TEST_CASE("what is shown follows the answers as they come, and those of a new evaluation",
          "[app][explore]") {
  Exploring program;
  program.act(SetFilter{{.right = false}});
  program.act(Evaluate{EngineKind::kAtelierNn});
  CHECK(!explore_lacks_answers(program.state));
  program.send_answers(0, 3);
  CHECK(program.state.explore.indices == Indices{1});
  program.send_answers(3, 9);
  CHECK(program.state.explore.indices == Indices{1, 4});
  program.send(EvaluationDone{program.evaluator.started.back().token, 1});
  CHECK(program.state.explore.indices == Indices{1, 4});
  program.act(Evaluate{EngineKind::kOrtWeb});
  CHECK(program.state.explore.indices.empty());
  program.act(CancelEvaluation{});
  CHECK(program.state.explore.indices == Indices{1, 4});
}

TEST_CASE("a list that needs no answers is left alone while they come", "[app][explore]") {
  Exploring program;
  const std::uint64_t version = program.state.explore.version;
  program.evaluate();
  CHECK(program.state.explore.version == version);
}

TEST_CASE("the sprite has the images that are shown, in their order", "[app][explore]") {
  Exploring program;
  program.evaluate();
  program.act(SetFilter{{.sort = ExploreSort::kMostConfident}});
  program.act(SaveSprite{});
  REQUIRE(program.saver.saved.size() == 1);
  const auto& saved = program.saver.saved[0];
  CHECK(saved.name == "images-12.png");
  CHECK(saved.mime_type == "image/png");
  const auto sheet =
      core::contact_sheet(program.state.test_set.loader.view(), program.state.explore.indices, 4);
  CHECK(saved.bytes == core::encode_png(sheet));
}

TEST_CASE("no images make no sprite", "[app][explore]") {
  Exploring program;
  program.act(SetFilter{{.right = true}});
  program.act(SaveSprite{});
  CHECK(program.saver.saved.empty());
}
