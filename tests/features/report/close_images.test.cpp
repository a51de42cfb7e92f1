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
  Token token() { return jobs.searches.back().token; }
  const CloseImages& close() { return state.report.close; }
};

}  // namespace

TEST_CASE("close pairs are looked for once, and shown again at once", "[app][pairs]") {
  Searching program;
  program.act(FindPairs{PairSpace::kPixels});
  REQUIRE(program.jobs.searches.size() == 1);
  CHECK(program.jobs.searches[0].space == PairSpace::kPixels);
  program.send(PairsProgress{program.token(), 0.25F});
  CHECK(program.close().search->share == 0.25F);
  CHECK(found_pairs(program.state) == nullptr);
  program.send(PairsFound{program.token(), {{3, 7, 21.5F}}});
  CHECK(!program.close().search);
  REQUIRE(found_pairs(program.state) != nullptr);
  CHECK(found_pairs(program.state)->pairs == Pairs{{3, 7, 21.5F}});

  program.act(FindPairs{PairSpace::kFeatures});
  CHECK(found_pairs(program.state) == nullptr);
  program.act(FindPairs{PairSpace::kPixels});
  CHECK(found_pairs(program.state) != nullptr);
  CHECK(program.jobs.searches.size() == 2);
}

TEST_CASE("features are those of one model, pixels are nobody's", "[app][pairs]") {
  Searching program;
  for (const PairSpace space : {PairSpace::kPixels, PairSpace::kFeatures}) {
    program.act(FindPairs{space});
    program.send(PairsFound{program.token(), {{0, 1, 2.0F}}});
  }
  CHECK(program.jobs.searches[1].id == "small");
  CHECK(found_pairs(program.state) != nullptr);
  program.act(SelectModel{"large"});
  CHECK(found_pairs(program.state) == nullptr);
  program.act(FindPairs{PairSpace::kPixels});
  CHECK(found_pairs(program.state) != nullptr);
  program.act(FindPairs{PairSpace::kFeatures});
  CHECK(program.jobs.searches.size() == 3);
}

TEST_CASE("a search that was cancelled or replaced brings nothing", "[app][pairs]") {
  Searching program;
  program.act(FindPairs{PairSpace::kPixels});
  const Token first = program.token();
  program.act(FindPairs{PairSpace::kFeatures});
  CHECK(program.jobs.cancelled == std::vector<Token>{first});
  program.send(PairsFound{first, {{0, 1, 2.0F}}});
  program.send(PairsFailed{first, {ErrorCode::kEngineFailed, ""}});
  CHECK(program.close().search);
  CHECK(!program.close().error);
  program.act(CancelPairs{});
  CHECK(!program.close().search);
}

TEST_CASE("a search that fails, or brings images that are not there, says so", "[app][pairs]") {
  Searching program;
  program.act(FindPairs{PairSpace::kPixels});
  SECTION("fails") { program.send(PairsFailed{program.token(), {ErrorCode::kEngineFailed, "x"}}); }
  SECTION("nonsense") { program.send(PairsFound{program.token(), {{0, 12, 2.0F}}}); }
  CHECK(program.close().error);
  CHECK(!program.close().search);
  CHECK(found_pairs(program.state) == nullptr);
  program.act(FindPairs{PairSpace::kPixels});
  CHECK(!program.close().error);
}

TEST_CASE("nothing is looked for before test set and model are there", "[app][pairs]") {
  Program program;
  program.act(FindPairs{PairSpace::kPixels});
  program.load_test_set(3);
  program.act(FindPairs{PairSpace::kFeatures});
  CHECK(program.jobs.searches.empty());
  program.act(FindPairs{PairSpace::kPixels});  // pixels need no model
  CHECK(program.jobs.searches.size() == 1);
}
