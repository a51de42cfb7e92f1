// SPDX-License-Identifier: MIT
#include "features/report/published_results.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace atelier::app;

TEST_CASE("published results rise, and each has a name and a source", "[app][published]") {
  CHECK(std::is_sorted(kPublishedResults.begin(), kPublishedResults.end(),
                       [](const auto& a, const auto& b) { return a.accuracy < b.accuracy; }));
  for (const PublishedResult& result : kPublishedResults) {
    CHECK(!result.name.empty());
    CHECK(!result.source.empty());
    CHECK(result.accuracy > 0.5);
    CHECK(result.accuracy < 0.97);
  }
  CHECK(kHumanLevel.accuracy == 0.835);
}

TEST_CASE("an accuracy stands between its nearest neighbours", "[app][published]") {
  const Neighbourhood near = nearest_published(0.9354);
  REQUIRE(near.better.size() == 2);
  CHECK(near.better[0].accuracy == 0.937);
  CHECK(near.better[1].accuracy == 0.936);
  REQUIRE(near.others.size() == 2);
  CHECK(near.others[0].accuracy == 0.935);
  CHECK(near.others[1].accuracy == 0.934);
  CHECK(nearest_published(0.1).others.empty());
  CHECK(nearest_published(1).better.empty());
  CHECK(nearest_published(1).others.size() == 2);
}
