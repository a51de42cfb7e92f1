// SPDX-License-Identifier: MIT
// Why: a word in the wrong place would mean something else in all pages and scripts that use it.
#include "core/names.hpp"

#include <catch_amalgamated.hpp>

namespace {

struct Owner {
  enum class Vote { kAgree, kDisagree };
};
ATELIER_NAMES(Owner::Vote, "agree", "disagree");

enum class Unnamed { kOne };

using Vote = Owner::Vote;
namespace core = atelier::core;

}  // namespace

TEST_CASE("an enumerator has its word and a word its enumerator", "[core][names]") {
  CHECK(name(Vote::kAgree) == "agree");
  CHECK(name(Vote::kDisagree) == "disagree");
  CHECK(core::named<Vote>("agree") == Vote::kAgree);
  CHECK(core::named<Vote>("disagree") == Vote::kDisagree);
}

TEST_CASE("what is no word has no enumerator", "[core][names]") {
  CHECK_FALSE(core::named<Vote>(""));
  CHECK_FALSE(core::named<Vote>("Agree"));
  CHECK_FALSE(core::named<Vote>("agree "));
}

TEST_CASE("enumerators are counted by the compiler", "[core][names]") {
  STATIC_CHECK(core::has_enumerators<Vote, 2>());
  STATIC_CHECK_FALSE(core::has_enumerators<Vote, 1>());
  STATIC_CHECK_FALSE(core::has_enumerators<Vote, 3>());
  STATIC_CHECK(core::count_of<Vote> == 2);
  STATIC_CHECK(core::all_of<Vote>() == std::array{Vote::kAgree, Vote::kDisagree});
}

TEST_CASE("only an enumeration with words is a named one", "[core][names]") {
  STATIC_CHECK(core::Named<Vote>);
  STATIC_CHECK_FALSE(core::Named<Unnamed>);
  STATIC_CHECK_FALSE(core::Named<int>);
}
