// SPDX-License-Identifier: MIT
// Why: a visitor's digits must not be called garments, a network must not be made to say words that
// it never learned, and a name is a stranger's text wherever it is written.
#include "features/data/class_names.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

#include "features/answer/words.hpp"
#include "features/data/actions.hpp"
#include "features/data/events.hpp"
#include "features/snapshot.hpp"
#include "tests/support/fakes.hpp"
#include "tests/support/idx_builder.hpp"
#include "tests/support/own_files.hpp"
#include "tests/support/test_data.hpp"

using namespace atelier::app;
using namespace atelier::test;
namespace core = atelier::core;

namespace {

OwnDataDropped dropped(const ByteVector& images, const ByteVector& labels = {}) {
  OwnDataDropped event;
  for (const ByteVector& bytes : {images, labels}) {
    if (bytes.empty()) continue;
    event.files.push_back(own_file("mine.idx", bytes));
  }
  return event;
}

TestSet mnist() {
  TestSet set;
  OwnSet& own = set.own.emplace();
  own.name = "t10k";
  own.known = core::KnownFile{core::KnownSet::kMnist, false};
  return set;
}

}  // namespace

TEST_CASE("classes are called as Fashion-MNIST does, or digits where the images are MNIST",
          "[app][class-names]") {
  CHECK(State{}.test_set.class_names[9] == "Ankle boot");
  CHECK(default_class_names(TestSet{})[0] == "T-shirt/top");
  CHECK(default_class_names(mnist()) ==
        ClassNames{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"});
}

TEST_CASE("a name is one trimmed line of at most 24 bytes, cut between characters",
          "[app][class-names]") {
  CHECK(tidy_name("  Hemd ") == "Hemd");
  CHECK(tidy_name("a\nb\tc\x7F") == "a b c");
  CHECK(tidy_name(" \r\n ").empty());
  CHECK(tidy_name("").empty());
  CHECK(tidy_name("abcdefghijklmnopqrstuvwxyz") == "abcdefghijklmnopqrstuvwx");
  // The last one would begin at byte 23: "Ä" has two.
  CHECK(tidy_name("12345678901234567890123\xC3\x84") == "12345678901234567890123");
  CHECK(tidy_name("1234567890123456789012\xC3\x84z") == "1234567890123456789012\xC3\x84");
  CHECK(tidy_name("12345678901234567890123 45") == "12345678901234567890123");
}

TEST_CASE("long names of garments have short ones, others stay as they are", "[app][class-names]") {
  const ClassNames names = garment_names();
  CHECK(std::equal(names.begin(), names.end(), atelier::core::kClassNames.begin()));
  for (const std::string& name : names) CHECK(short_name(name).size() <= 8);
  CHECK(short_name("T-shirt/top") == "T-shirt");
  CHECK(short_name("Ankle boot") == "Boot");
  CHECK(short_name("Pantoffelheld") == "Pantoffelheld");
}

TEST_CASE("an empty name brings the default back, and so does the action for all ten",
          "[app][class-names]") {
  Program program;
  program.act(RenameClass{6, " Hemd "});
  program.act(RenameClass{3, "Kleid"});
  program.act(RenameClass{10, "none"});
  CHECK(label_names(program.state)[6] == "Hemd");
  program.act(RenameClass{6, "  "});
  CHECK(label_names(program.state)[6] == "Shirt");
  CHECK(label_names(program.state)[3] == "Kleid");
  program.act(RenameClass{});
  CHECK(label_names(program.state) == garment_names());
}

TEST_CASE("names belong to the set: a new one has its own, and the page's come back with it",
          "[app][class-names]") {
  Program program;
  program.load_model();
  program.load_test_set(20);
  program.act(RenameClass{6, "Hemd"});
  program.send(dropped(idx_samples(7)));
  CHECK(label_names(program.state)[6] == "Shirt");
  program.act(RenameClass{6, "six"});
  program.send(dropped({}, idx_labels(7)));  // of the same images
  CHECK(label_names(program.state)[6] == "six");
  program.send(dropped(idx_samples(5)));
  CHECK(label_names(program.state)[6] == "Shirt");
  program.act(UseBundledData{});
  CHECK(label_names(program.state)[6] == "Hemd");
}

TEST_CASE("the page's networks keep their words over a visitor's images, the visitor's does not",
          "[app][class-names]") {
  Program program;
  program.load_model();
  program.load_test_set(20);
  program.act(RenameClass{1, "Hose"});
  CHECK(answer_names(program.state)[1] == "Hose");  // trained on these very classes
  program.send(dropped(idx_samples(7), idx_labels(7)));
  program.act(RenameClass{1, "one"});
  program.act(RenameClass{0, "zero"});  // what the first image is labelled
  program.answer(kTrouser);
  CHECK(answer_names(program.state)[1] == "Hose");
  CHECK(answer_names(program.state, kOwnModelId)[1] == "one");
  CHECK(announcement(program.state).starts_with("Hose, "));
  CHECK(announcement(program.state).ends_with("True class: zero."));
}

TEST_CASE("a snapshot has the names, whatever is in them", "[app][class-names]") {
  Program program;
  program.act(RenameClass{0, "a\"b\\</script>"});
  const std::string text = snapshot_json(program.state, 0);
  CHECK_THAT(text, Catch::Matchers::ContainsSubstring(R"("class_names":["a\"b\\)"));
}
