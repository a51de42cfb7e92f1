// SPDX-License-Identifier: MIT
// Why: votes are a visitor's work; nothing that a browser does with its storage may lose them while
// the page is open.
#include "features/report/label_votes.hpp"

#include <catch_amalgamated.hpp>

#include "app/setting.hpp"
#include "features/report/words.hpp"
#include "tests/support/evaluating.hpp"

using namespace atelier::app;
using namespace atelier::test;
using Votes = std::map<std::uint32_t, Vote>;

TEST_CASE("votes are written down and read back", "[app][votes]") {
  const Votes votes = {{3, Vote::kAgree}, {77, Vote::kDisagree}, {9999, Vote::kAgree}};
  CHECK(votes_text(votes) == "3+ 77- 9999+");
  CHECK(read_votes(votes_text(votes)) == votes);
  CHECK(votes_text({}).empty());
}

TEST_CASE("what is no vote is skipped", "[app][votes]") {
  CHECK(read_votes("").empty());
  CHECK(read_votes("   +  - 12 x7+ 7x+ 10000+ 99999999999999- -4+ 4 + null").empty());
  CHECK(read_votes("junk 5- <b>") == Votes{{5, Vote::kDisagree}});
}

TEST_CASE("a vote can be changed and taken back; only labelled images have one", "[app][votes]") {
  Evaluating program;
  program.act(VoteOnLabel{4, Vote::kAgree});
  program.act(VoteOnLabel{4, Vote::kDisagree});
  program.act(VoteOnLabel{12, Vote::kAgree});
  CHECK(program.state.votes.by_image == Votes{{4, Vote::kDisagree}});
  program.act(VoteOnLabel{4, {}});
  CHECK(program.state.votes.by_image.empty());
}

TEST_CASE("votes on images that are not the official ones are not remembered", "[app][votes]") {
  Evaluating program;
  program.act(VoteOnLabel{4, Vote::kAgree});
  CHECK(program.settings.saved.empty());
}

TEST_CASE("votes of an earlier visit come back, and give way to new ones", "[app][votes]") {
  Evaluating program;
  program.act(VoteOnLabel{4, Vote::kAgree});
  start(program.state, program.ports);
  CHECK(program.settings.loads == 1);
  program.send(SettingLoaded{"label-votes", "4- 5-"});
  program.send(SettingLoaded{"something else", "6-"});
  CHECK(program.state.votes.by_image == Votes{{4, Vote::kAgree}, {5, Vote::kDisagree}});
}

TEST_CASE("where votes are is said in words", "[app][votes][wording]") {
  CHECK(votes_words({}) == "No votes yet");
  CHECK(votes_words({{{3, Vote::kAgree}}, true}) == "1 vote, kept in this browser");
  CHECK(votes_words({{{3, Vote::kAgree}, {4, Vote::kAgree}}, false}) ==
        "2 votes, for this visit alone");
}

TEST_CASE("names with commas and quotes are one field of the table", "[app][votes][class-names]") {
  Evaluating program;
  program.act(RenameClass{4, "Mantel, \"lang\""});
  program.act(VoteOnLabel{4, Vote::kAgree});
  CHECK(votes_csv(program.state) ==
        "index,label,class,vote,answer,confidence\n"
        "4,4,\"Mantel, \"\"lang\"\"\",agree,,\n");
}

TEST_CASE("votes are a table with the answers that they are about", "[app][votes]") {
  Evaluating program;
  program.act(VoteOnLabel{4, Vote::kDisagree});
  CHECK(votes_csv(program.state) ==
        "index,label,class,vote,answer,confidence\n4,4,Coat,disagree,,\n");
  program.evaluate({0, 1, 2, 3, 6, 5, 6, 7, 8, 9, 0, 1}, EngineKind::kAtelierNn, 40);
  program.act(VoteOnLabel{1, Vote::kAgree});
  CHECK(votes_csv(program.state) ==
        "index,label,class,vote,answer,confidence\n"
        "1,1,Trouser,agree,Trouser,1.000000\n"
        "4,4,Coat,disagree,Shirt,1.000000\n");
}
