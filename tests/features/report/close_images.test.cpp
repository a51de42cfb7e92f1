// SPDX-License-Identifier: MIT
// Why: the search takes seconds elsewhere; what it brings must be of the images and the model that
// are shown.
#include "features/report/close_images.hpp"

#include <catch_amalgamated.hpp>

#include <vector>

#include "tests/support/fakes.hpp"

using namespace atelier::app;
using namespace atelier::test;
using atelier::core::ErrorCode;
using Pairs = std::vector<atelier::core::Pair>;

namespace {

struct Searching : Program {
  Searching() {
    load_model();
    load_test_set(12);
  }
  [[nodiscard]] std::vector<FakeWork::Asked<FindClosePairs>> asked() const {
    return work.asked<FindClosePairs>();
  }
  [[nodiscard]] Token token() const { return asked().back().token; }
  void found(Token token_of_it, const Pairs& pairs) {
    done<FindClosePairs>(token_of_it, {12, pairs});
  }
};

}  // namespace

TEST_CASE("close pairs are looked for once, and shown again at once", "[app][pairs]") {
  Searching program;
  program.act(FindPairs{PairSpace::kPixels});
  REQUIRE(program.asked().size() == 1);
  CHECK(!program.asked()[0].in_features);
  program.send(WorkProgress{program.token(), 0.25F, {}});
  CHECK(pairs_share(program.state) == 0.25F);
  CHECK(found_pairs(program.state) == nullptr);
  program.found(program.token(), {{3, 7, 21.5F}});
  CHECK(!pairs_share(program.state));
  REQUIRE(found_pairs(program.state) != nullptr);
  CHECK(*found_pairs(program.state) == Pairs{{3, 7, 21.5F}});

  program.act(FindPairs{PairSpace::kFeatures});
  CHECK(found_pairs(program.state) == nullptr);
  program.act(FindPairs{PairSpace::kPixels});
  CHECK(found_pairs(program.state) != nullptr);
  CHECK(program.asked().size() == 2);
}

TEST_CASE("features are those of one model, pixels are nobody's", "[app][pairs]") {
  Searching program;
  for (const PairSpace space : {PairSpace::kPixels, PairSpace::kFeatures}) {
    program.act(FindPairs{space});
    program.found(program.token(), {{0, 1, 2.0F}});
  }
  CHECK(program.asked()[1].model == "small");
  CHECK(found_pairs(program.state) != nullptr);
  program.act(SelectModel{"large"});
  CHECK(found_pairs(program.state) == nullptr);
  program.act(FindPairs{PairSpace::kPixels});
  CHECK(found_pairs(program.state) != nullptr);
  program.act(FindPairs{PairSpace::kFeatures});
  CHECK(program.asked().size() == 3);
}

TEST_CASE("a search that was cancelled or replaced brings nothing", "[app][pairs]") {
  Searching program;
  program.act(FindPairs{PairSpace::kPixels});
  const Token first = program.token();
  program.act(FindPairs{PairSpace::kFeatures});
  CHECK(program.work.cancelled == std::vector<Token>{first});
  program.found(first, {{0, 1, 2.0F}});
  program.send(WorkFailed{first, {ErrorCode::kEngineFailed, ""}});
  CHECK(pairs_share(program.state));
  CHECK(pairs_error(program.state) == nullptr);
  program.act(CancelPairs{});
  CHECK(!pairs_share(program.state));
}

TEST_CASE("a search that fails, or brings images that are not there, says so", "[app][pairs]") {
  Searching program;
  program.act(FindPairs{PairSpace::kPixels});
  SECTION("fails") { program.send(WorkFailed{program.token(), {ErrorCode::kEngineFailed, "x"}}); }
  SECTION("nonsense") { program.found(program.token(), {{0, 12, 2.0F}}); }
  CHECK(pairs_error(program.state) != nullptr);
  CHECK(!pairs_share(program.state));
  CHECK(found_pairs(program.state) == nullptr);
  program.act(FindPairs{PairSpace::kPixels});
  CHECK(pairs_error(program.state) == nullptr);
}

TEST_CASE("nothing is looked for before test set and model are there", "[app][pairs]") {
  Program program;
  program.act(FindPairs{PairSpace::kPixels});
  program.load_test_set(3);
  program.act(FindPairs{PairSpace::kFeatures});
  CHECK(program.work.started.empty());
  program.act(FindPairs{PairSpace::kPixels});  // pixels need no model
  CHECK(program.work.started.size() == 1);
}
