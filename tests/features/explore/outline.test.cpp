// SPDX-License-Identifier: MIT
// Why: filters and lists are reached without a pointer.
#include <catch_amalgamated.hpp>

#include <string>

#include "features/outline.hpp"
#include "tests/support/evaluating.hpp"
#include "tests/support/outlines.hpp"

using namespace atelier::app;
using namespace atelier::test;

TEST_CASE("each filter is a choice of whole filters") {
  Evaluating page;
  page.act(SetView{View::kExplore});
  {
    const Read read(page.state);
    CHECK(read.at("explore-line").words == "12 images");
    CHECK(read.chosen("filter-label") == "All");
    CHECK_FALSE(read.has("filter-right"));
    CHECK(read.at("filter-evaluate").action == R"({"type":"evaluate"})");
  }
  page.evaluate({0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 1});
  page.act(SetFilter{{.right = false, .least_confidence = 0.25F, .most_confidence = 0.5F}});
  const Read read(page.state);
  CHECK(read.chosen("filter-right") == "Wrong answers");
  CHECK(read.chosen("filter-confidence") == "25 to 50 %");
  CHECK(read.at("filter-right").options[0].value ==
        R"({"type":"filter","label":null,"prediction":null,"right":null,"verdict":null,)"
        R"("confidence":[0.25,0.5],"sort":"index"})");
  CHECK(read.at("filter-least").action ==
        R"({"type":"filter","label":null,"prediction":null,"right":false,"verdict":null,)"
        R"("confidence":["$value",0.5],"sort":"index"})");
  CHECK(read.at("images-none").words == "No image is like that");
}

TEST_CASE("an image is listed with its class and what was answered") {
  Evaluating page;
  page.act(SetView{View::kExplore});
  page.evaluate({0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 1});
  const Read read(page.state);
  const auto& row = read.at("images-list").rows.at(9);
  CHECK(row[1].words == "Ankle boot");
  CHECK(row[2].words == "T-shirt/top, wrong");
  CHECK(read.at("image-9").action == R"({"type":"select-sample","index":9})");
  CHECK(read.at("image-9-edit").action ==
        R"([{"type":"edit-sample","index":9},{"type":"view","view":"draw"}])");
}
