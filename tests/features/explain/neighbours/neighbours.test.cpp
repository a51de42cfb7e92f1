// SPDX-License-Identifier: MIT
// Why: neighbours of another picture, or of another network, explain an answer that was never
// given; and who has not asked must not download them.
#include "features/explain/neighbours/neighbours.hpp"

#include <catch_amalgamated.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include "features/explain/neighbours/words.hpp"
#include "features/snapshot.hpp"
#include "tests/support/fakes.hpp"

using namespace atelier::app;
using namespace atelier::test;
using atelier::core::ErrorCode;
using atelier::core::Neighbour;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

namespace {

// Four coats and four others, in three pieces of pictures.
std::vector<Neighbour> nearest() {
  std::vector<Neighbour> found;
  for (std::uint32_t k = 0; k < kNeighbourCount; ++k) {
    const std::uint8_t label = k % 2 == 0 ? kPullover : kCoat;
    found.push_back({.number = 100 + k,
                     .label = k == 7 ? kTrouser : label,
                     .degrees = 5 + static_cast<float>(k),
                     .piece = k / 3,
                     .place = k});
  }
  return found;
}

struct Asking : Program {
  Asking() {
    has_own_engine = true;
    auto small = model_named("small"), large = model_named("large");
    small.neighbours_bytes = 1'900'000;
    send(ModelsListed{{small, large}, "small"});
    send(ModelLoaded{classifier.loads.back().token});
    load_own_engine();
    load_test_set(12);
    act(SelectSample{3});
    answer(kCoat);
  }
  void load_own_engine() { send(ModelLoaded{own_engine.loads.back().token}); }
  void found() { send(NeighboursFound{neighbours.questions.back().token, nearest()}); }
  void pictured(std::size_t fetch) {
    std::vector<std::uint8_t> pixels(60 * kPixelCount);
    for (std::size_t k = 0; k < pixels.size(); ++k) {
      pixels[k] = static_cast<std::uint8_t>(k / kPixelCount);
    }
    send(TrainingPictures{neighbours.fetches.at(fetch).token, pixels});
  }
};

}  // namespace

TEST_CASE("before somebody asks nothing is searched or fetched", "[app][neighbours]") {
  Asking program;
  program.act(OpenWhy{WhyTopic::kMap});
  program.act(ApplyStroke{broad_stroke()});
  CHECK(program.neighbours.questions.empty());
  CHECK(program.neighbours.fetches.empty());
  CHECK(neighbour_words(program.state).empty());
  CHECK_THAT(snapshot_json(program.state, 0), ContainsSubstring(R"("neighbours":null,)"));
}

TEST_CASE("once opened, the neighbours of every picture are asked for, and only once",
          "[app][neighbours]") {
  Asking program;
  program.act(OpenWhy{WhyTopic::kNeighbours});
  REQUIRE(program.neighbours.questions.size() == 1);
  CHECK(program.neighbours.questions[0].id == "small");
  CHECK(program.neighbours.questions[0].pixels == program.state.input.seen.pixels);
  CHECK_THAT(neighbour_words(program.state), ContainsSubstring("1.9 MB, once"));
  program.found();
  CHECK(shown_neighbours(program.state).size() == 8);
  program.act(SetView{View::kExplore});
  program.act(SetView{View::kDraw});
  CHECK(program.neighbours.questions.size() == 1);
  program.act(ApplyStroke{broad_stroke()});
  CHECK(program.neighbours.questions.size() == 2);
  CHECK(shown_neighbours(program.state).empty());  // those were of another picture
  program.act(OpenWhy{});
  CHECK(program.neighbours.cancelled == 1);
  program.found();
  CHECK(shown_neighbours(program.state).empty());
}

TEST_CASE("the newest picture wins", "[app][neighbours]") {
  Asking program;
  program.act(OpenWhy{WhyTopic::kNeighbours});
  const Token first = program.neighbours.questions[0].token;
  program.act(SelectSample{4});
  CHECK(program.neighbours.cancelled == 1);
  program.send(NeighboursFound{first, nearest()});
  CHECK(shown_neighbours(program.state).empty());
  program.found();
  CHECK(shown_neighbours(program.state).size() == 8);
}

TEST_CASE("each piece of pictures is fetched once", "[app][neighbours]") {
  Asking program;
  program.act(OpenWhy{WhyTopic::kNeighbours});
  program.found();
  REQUIRE(program.neighbours.fetches.size() == 3);
  const auto shown = shown_neighbours(program.state);
  CHECK(training_picture(program.state, shown[4]).empty());
  program.pictured(1);
  REQUIRE(training_picture(program.state, shown[4]).size() == kPixelCount);
  CHECK(training_picture(program.state, shown[4])[0] == shown[4].place);
  CHECK(training_picture(program.state, shown[0]).empty());
  program.act(SelectSample{5});
  program.found();
  CHECK(program.neighbours.fetches.size() == 3);  // the same pieces: here, or on their way
}

TEST_CASE("pictures of the next answer wait for those of the last", "[app][neighbours]") {
  Asking program;
  program.act(OpenWhy{WhyTopic::kNeighbours});
  program.found();
  program.act(SelectSample{5});
  auto others = nearest();
  for (Neighbour& each : others) each.piece += 10;
  program.send(NeighboursFound{program.neighbours.questions.back().token, others});
  CHECK(program.neighbours.fetches.size() == 3);
  program.pictured(0);
  program.pictured(1);
  CHECK(program.neighbours.fetches.size() == 3);
  program.pictured(2);
  CHECK(program.neighbours.fetches.size() == 6);
}

TEST_CASE("most of them have a say, and of equally many the closest", "[app][neighbours]") {
  Asking program;
  program.act(OpenWhy{WhyTopic::kNeighbours});
  CHECK(!neighbour_vote(program.state));
  program.found();
  CHECK(neighbour_vote(program.state)->label == kPullover);
  CHECK(neighbour_vote(program.state)->count == 4);
  CHECK(neighbour_headline(program.state) == "4 of 8 are labelled Pullover, 3 Coat, 1 Trouser");
  CHECK(degrees_words(shown_neighbours(program.state)[2]) == "7\xC2\xB0");
  CHECK_THAT(
      snapshot_json(program.state, 0),
      ContainsSubstring(R"("nearest":[{"number":100,"label":2,"degrees":5,"pictured":false})"));
}

TEST_CASE("a model without them says so, and its own ones come back with it", "[app][neighbours]") {
  Asking program;
  program.act(OpenWhy{WhyTopic::kNeighbours});
  program.found();
  program.act(SelectModel{"large"});
  program.load_own_engine();
  CHECK(program.neighbours.questions.size() == 1);
  CHECK_THAT(neighbour_words(program.state), ContainsSubstring("is not known here"));
  program.act(SelectModel{"small"});
  program.load_own_engine();
  CHECK(program.neighbours.questions.size() + shown_neighbours(program.state).size() > 8);
}

TEST_CASE("what could not be loaded is said, and tried again when asked to", "[app][neighbours]") {
  Asking program;
  program.act(OpenWhy{WhyTopic::kNeighbours});
  program.send(
      NeighboursFailed{program.neighbours.questions.back().token, {ErrorCode::kNetwork, ""}});
  CHECK_THAT(neighbour_words(program.state), ContainsSubstring("could not be loaded"));
  program.act(SelectSample{5});
  CHECK(program.neighbours.questions.size() == 1);
  program.act(Retry{});
  CHECK(program.neighbours.questions.size() == 2);
  program.found();

  program.send(
      TrainingPicturesFailed{program.neighbours.fetches[0].token, {ErrorCode::kFileNotFound, ""}});
  CHECK_THAT(neighbour_words(program.state), ContainsSubstring("pictures are missing"));
  const std::size_t fetches = program.neighbours.fetches.size();
  program.act(SelectSample{6});
  program.found();
  CHECK(program.neighbours.fetches.size() == fetches);
  program.act(OpenWhy{});
  program.act(OpenWhy{WhyTopic::kNeighbours});
  CHECK(shown_neighbours(program.state).size() == 8);
}

TEST_CASE("there are no neighbours of nothing, and none without our engine", "[app][neighbours]") {
  Asking program;
  program.act(ClearDrawing{});
  program.act(OpenWhy{WhyTopic::kNeighbours});
  CHECK(program.neighbours.questions.empty());
  CHECK(neighbour_words(program.state) == "Draw something, or pick an image.");

  Program without;
  without.load_model();
  without.act(OpenWhy{WhyTopic::kNeighbours});
  CHECK_THAT(neighbour_words(without.state), StartsWith("No neighbours: only"));
}
