// SPDX-License-Identifier: MIT
// Why: "3 gray levels are enough" is only worth saying of the picture that is there, of the least
// strength, and not where none is enough.
#include "features/explain/change/change.hpp"

#include <catch_amalgamated.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "features/explain/altered.hpp"
#include "features/explain/change/words.hpp"
#include "features/snapshot.hpp"
#include "tests/support/fakes.hpp"

using namespace atelier::app;
using namespace atelier::test;

namespace {

constexpr std::uint8_t kShirt = 6;

ChangeSettings towards(std::optional<std::uint8_t> target,
                       ChangeMethod method = ChangeMethod::kOneStep) {
  return {.method = method, .target = target, .strength = {}};
}

// Both engines answer; the visitor asks what would change the answer to a sample.
struct Changing : Program {
  Changing() {
    has_own_engine = true;
    load_model();
    load_own_engine();
    load_test_set(12);
    act(SelectSample{3});
    answer(kCoat);
    act(OpenWhy{WhyTopic::kChange});
  }
  void load_own_engine() { send(ModelLoaded{own_engine.loads.back().token}); }

  // The picture at strength s is s everywhere; `label_at` says which class is answered.
  void found(Token token, const std::function<std::uint8_t(int)>& label_at) {
    ChangesFound event{token, {}, {}};
    for (int strength = 0; strength <= kMostStrength; ++strength) {
      event.images.insert(event.images.end(), kPixelCount, static_cast<std::uint8_t>(strength));
      auto logits = logits_for(label_at(strength), 4);
      logits[kShirt] += 1;  // the runner-up, if it is not the answer
      event.logits.insert(event.logits.end(), logits.begin(), logits.end());
    }
    send(event);
  }
  void found(const std::function<std::uint8_t(int)>& label_at) {
    found(adversary.requests.back().token, label_at);
  }
  [[nodiscard]] const Change::Known& known() const {
    const Change::Known* changes = known_changes(state);
    REQUIRE(changes != nullptr);
    return *changes;
  }
};

// What a search that looks at every strength from the first on would find.
std::optional<int> brute_force(const std::function<bool(int)>& is_enough) {
  for (int strength = 1; strength <= 32; ++strength) {
    if (is_enough(strength)) return strength;
  }
  return std::nullopt;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("while it is closed, or out of sight, nothing is tried", "[app][change]") {
  Program program;
  program.load_both_engines();
  program.load_test_set(12);
  program.act(SelectSample{3});
  program.answer(kCoat);
  program.act(SetChange{towards(kShirt)});
  CHECK(program.adversary.requests.empty());
  CHECK(change_words(program.state).empty());
  program.act(SetView{View::kExplore});
  program.act(OpenWhy{WhyTopic::kChange});
  CHECK(program.adversary.requests.empty());
  program.act(SetView{View::kDraw});
  CHECK(program.adversary.requests.size() == 1);
  program.act(OpenWhy{});
  CHECK(program.adversary.cancelled == 1);
}

TEST_CASE("the least strength that is enough is the least, though greater ones may fail",
          "[app][change]") {
  Changing program;
  const auto label_at = GENERATE(
      std::function<std::uint8_t(int)>([](int s) { return s >= 3 ? kShirt : kCoat; }),
      [](int s) { return s == 7 || s == 30 ? kTrouser : kCoat; },
      [](int s) { return s == 32 ? kShirt : kCoat; }, [](int s) { return s == 1 ? kShirt : kCoat; },
      [](int) { return kCoat; });
  program.found(label_at);
  CHECK(program.known().label == kCoat);
  CHECK(program.known().least == brute_force([&](int s) { return label_at(s) != kCoat; }));
  if (program.known().least) {
    CHECK(program.known().rival == label_at(*program.known().least));
  } else {
    CHECK(program.known().rival == kShirt);
  }
}

TEST_CASE("towards a class, no other one will do", "[app][change]") {
  Changing program;
  program.found([](int s) { return s > 2 ? kShirt : kCoat; });
  program.act(SetChange{towards(kTrouser, ChangeMethod::kManySteps)});
  REQUIRE(program.adversary.requests.size() == 2);
  CHECK(program.adversary.requests.back().target == kTrouser);
  CHECK(program.adversary.requests.back().method == ChangeMethod::kManySteps);
  CHECK(known_changes(program.state) == nullptr);
  program.found([](int s) { return s > 20 ? kTrouser : s > 2 ? kShirt : kCoat; });
  CHECK(program.known().least == 21);
  CHECK(program.known().rival == kTrouser);
}

TEST_CASE("it is said in plain words, and that all was tried", "[app][change]") {
  Changing program;
  CHECK(change_words(program.state) == "Trying one strength after the other ...");
  program.found([](int s) { return s >= 3 ? kShirt : kCoat; });
  CHECK(change_words(program.state) ==
        "3 gray levels are enough to make the answer Shirt. All whole strengths up to 32 were "
        "tried.");
  program.act(SetChange{towards(kAnkleBoot)});
  program.found([](int s) { return s >= 1 ? kAnkleBoot : kCoat; });
  CHECK_THAT(change_words(program.state),
             Catch::Matchers::StartsWith("1 gray level is enough to make the answer Ankle boot."));
  program.act(SetChange{towards(kCoat)});
  program.found([](int) { return kCoat; });
  CHECK(change_words(program.state) == "The answer is Coat already. Press another bar.");
}

TEST_CASE("an answer that never changes is said to stay", "[app][change]") {
  Changing program;
  program.found([](int) { return kCoat; });
  CHECK(!program.known().least);
  CHECK(change_words(program.state) ==
        "The answer stays Coat: one step of up to 32 gray levels does not change that. All whole "
        "strengths "
        "up to 32 were tried.");
  CHECK(shown_strength(program.state, program.known()) == kMostStrength);
  program.act(SetChange{towards({}, ChangeMethod::kManySteps)});
  program.found([](int) { return kCoat; });
  CHECK(change_headline(program.state) ==
        "The answer stays Coat: many steps within 32 gray levels do not change that.");
  program.act(SetChange{towards(kTrouser)});
  program.found([](int) { return kCoat; });
  CHECK_THAT(
      change_words(program.state),
      Catch::Matchers::StartsWith("One step of up to 32 gray levels does not make the answer "
                                  "Trouser."));
}

TEST_CASE("the picture that is shown is that of the chosen strength, or of the least",
          "[app][change]") {
  Changing program;
  CHECK(!altered_picture(program.state));
  program.found([](int s) { return s >= 3 ? kShirt : kCoat; });
  auto altered = altered_picture(program.state);
  REQUIRE(altered);
  CHECK(altered->picture.at(5, 5) == 3);
  REQUIRE(altered->prediction);
  CHECK(altered->prediction->label == kShirt);
  ChangeSettings settings;
  settings.strength = 2;
  program.act(SetChange{settings});
  CHECK(program.adversary.requests.size() == 1);  // it is there already
  altered = altered_picture(program.state);
  REQUIRE(altered);
  CHECK(altered->picture.at(5, 5) == 2);
  CHECK(altered->prediction->label == kCoat);
  settings.strength = 0;
  program.act(SetChange{settings});
  CHECK(!altered_picture(program.state));  // nothing is changed
  CHECK(program.state.answer->prediction.label == kCoat);
}

TEST_CASE("probabilities are at the temperature that is shown", "[app][change]") {
  Changing program;
  program.found([](int) { return kCoat; });
  const auto share = [&] {
    return changed_probabilities(program.state, program.known(), 5)[kCoat];
  };
  CHECK(share() == Catch::Approx(std::exp(4.0) / (std::exp(4.0) + std::exp(1.0) + 8)));
  program.act(SetTemperature{2.0F});
  CHECK(share() == Catch::Approx(std::exp(2.0) / (std::exp(2.0) + std::exp(0.5) + 8)));
  CHECK(program.adversary.requests.size() == 1);
}

TEST_CASE("the newest picture wins, and a search is of one model", "[app][change]") {
  Changing program;
  const Token first = program.adversary.requests.back().token;
  program.act(SelectSample{4});
  CHECK(program.adversary.cancelled == 1);
  REQUIRE(program.adversary.requests.size() == 2);
  program.found(first, [](int) { return kTrouser; });
  CHECK(known_changes(program.state) == nullptr);
  program.found([](int) { return kCoat; });
  CHECK(program.known().label == kCoat);
  program.act(SelectModel{"large"});
  CHECK(known_changes(program.state) == nullptr);
  CHECK(program.adversary.requests.size() == 2);
  program.load_own_engine();
  CHECK(program.adversary.requests.size() == 3);
}

TEST_CASE("where our engine cannot help, it says so and asks for nothing", "[app][change]") {
  Program without;
  without.load_model();
  without.load_test_set(3);
  without.act(SelectSample{1});
  without.act(OpenWhy{WhyTopic::kChange});
  CHECK(without.adversary.requests.empty());
  CHECK_THAT(change_words(without.state), Catch::Matchers::StartsWith("Not known: only Atelier's"));

  Changing program;
  program.act(ClearDrawing{});
  CHECK(change_words(program.state) == "Draw something, or pick an image.");
  // No network, though it was said to be ready: nothing is shown and nothing asked again and again.
  program.act(SelectSample{3});
  const std::size_t asked = program.adversary.requests.size();
  program.send(ChangesFound{program.adversary.requests.back().token, {}, {}});
  program.act(SetView{View::kDraw});
  CHECK(known_changes(program.state) == nullptr);
  CHECK(program.adversary.requests.size() == asked);
}

TEST_CASE("a snapshot has the strengths and the picture", "[app][change]") {
  Changing program;
  const std::string asked = snapshot_json(program.state, 0);
  CHECK(contains(asked,
                 R"("change":{"method":"fgsm","target":null,"known":false,"strength":null,)"
                 R"("least":null,"label":null,"rival":null,"strengths":[],"words":"Trying)"));
  CHECK(contains(asked, R"("pixels":[],"prediction":null)"));
  program.found([](int s) { return s >= 3 ? kShirt : kCoat; });
  const std::string json = snapshot_json(program.state, 0);
  CHECK(contains(json, R"("known":true,"strength":3,"least":3,"label":4,"rival":6,)"
                       R"("strengths":[{"strength":0,"label":4,"before":0.)"));
  CHECK(contains(json, R"("pixels":[3,3,3,)"));
  CHECK(contains(json, R"("prediction":{"label":6,"name":"Shirt","probabilities":[0.)"));
  program.act(OpenWhy{});
  CHECK(contains(snapshot_json(program.state, 0), R"("change":null,"stress":null)"));
}
