// SPDX-License-Identifier: MIT
// Why: the report is the same in tables, also of a visitor's own set.
#include <catch_amalgamated.hpp>

#include <string>

#include "features/outline.hpp"
#include "tests/support/evaluating.hpp"
#include "tests/support/outlines.hpp"

using namespace atelier::app;
using namespace atelier::test;

namespace {

void show(Evaluating& page, ReportSection section) {
  page.act(SetView{View::kReport});
  page.act(ShowReportSection{section});
}

}  // namespace

TEST_CASE("a set of fewer than 10,000 images is evaluated all the same, once it is complete") {
  Evaluating page;  // of twelve
  page.act(SetView{View::kReport});
  CHECK(Read(page.state).at("text-evaluate").why_not.empty());
  CHECK(Read(page.state).at("text-report-line").words == "Nothing has been evaluated yet");
  page.act(Evaluate{Evaluating::kOwn});
  page.answers(0, {0, 1, 2});
  const Read read(page.state);
  CHECK(read.at("text-evaluate").words == "Cancel");
  CHECK(read.at("text-evaluate").action == R"({"type":"cancel-evaluation"})");
  CHECK(read.at("report-progress").value == "0.25");
  CHECK(read.at("text-report-line").words.find("3 of 12 images") != std::string::npos);
}

TEST_CASE("what is not complete yet says why it is not evaluated") {
  Program program;
  program.load_model();
  program.act(SetView{View::kReport});
  CHECK(Read(program.state).at("text-evaluate").why_not.starts_with("Loading the test set"));
}

TEST_CASE("figures, the matrix with its cells, and classes are tables") {
  Evaluating page;
  page.evaluate({0, 1, 2, 3, 4, 4, 6, 7, 8, 9, 0, 1});
  show(page, ReportSection::kOverview);
  {
    const Read read(page.state);
    CHECK(read.at("text-figures").rows[0][1].words == "91.67 %");
    CHECK(read.at("text-confusion").rows.size() == 10);
    CHECK(read.at("text-confusion").rows[5][5].words == "1");  // a sandal, taken for a coat
    CHECK(read.at("text-classes").rows[5][5].words == "Coat (1)");
    CHECK(read.chosen("cell-label") == "Not asked");
    CHECK(read.at("save-report").action == R"({"type":"save","what":"report-json"})");
  }
  page.act(SelectCell{Cell{5, 4}});
  const Read read(page.state);
  CHECK(read.chosen("cell-label") == "Sandal");
  CHECK(read.chosen("cell-answer") == "Coat");
  CHECK(read.at("cell-images").words == "Sandal, taken for Coat: 1 image");
  CHECK(read.at("cell-image-5").action ==
        R"([{"type":"select-sample","index":5},{"type":"view","view":"draw"}])");
}

TEST_CASE("mistakes are listed, and labels voted on") {
  Evaluating page;
  page.evaluate({0, 1, 2, 3, 4, 4, 6, 7, 8, 9, 0, 1}, Evaluating::kOwn, 12);
  show(page, ReportSection::kMistakes);
  {
    const Read read(page.state);
    CHECK(read.at("mistakes-title").words == "Worst mistakes, 1");
    CHECK(read.at("mistakes-list").rows[0][1].words == "Sandal");
    CHECK(read.at("mistakes-list").rows[0][2].words == "Coat");
    CHECK(read.at("vote-5").action == R"({"type":"vote","index":5,"vote":"$value"})");
    CHECK(read.chosen("vote-5") == "No vote");
    CHECK(read.at("save-votes").why_not == "There are none yet");
  }
  page.act(VoteOnLabel{5, Vote::kDisagree});
  CHECK(Read(page.state).chosen("vote-5") == "Disagree");
  CHECK(Read(page.state).at("votes-line").words.starts_with("1 vote, "));
}

TEST_CASE("pairs of images are looked for, and listed with their labels") {
  Evaluating page;
  show(page, ReportSection::kDuplicates);
  CHECK(Read(page.state).at("find-pixels").why_not.empty());
  page.act(FindPairs{PairSpace::kPixels});
  page.send(WorkProgress{page.work.asked<FindClosePairs>().back().token, 0.5F, {}});
  CHECK(Read(page.state).at("duplicates-progress").value == "0.5");
  CHECK(Read(page.state).has("cancel-duplicates"));
  page.done<FindClosePairs>({12, {{3, 4, 12.5F}}});
  const Read read(page.state);
  CHECK(read.at("duplicates-list").rows[0][2].words == "Dress and Coat, they differ");
  CHECK(read.at("duplicates-list").rows[0][3].words == "12.50");
}

TEST_CASE("two evaluations are compared in a table and a sentence") {
  Evaluating page;
  page.evaluate({0, 1, 2, 3, 4, 4, 6, 7, 8, 9, 0, 1});
  show(page, ReportSection::kCompare);
  CHECK(Read(page.state).has("compare-none"));
  page.evaluate({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1}, EngineKind::kOrtWeb);
  const Read read(page.state);
  CHECK(read.at("compare-with").options.size() == 1);
  CHECK(read.at("compare-figures").rows[2][1].words == "+8.33");
  CHECK(read.at("only-first-title").words == "Only small, ONNX Runtime is right: 1");
  CHECK(read.at("show-evaluation").options.size() == 2);
}

TEST_CASE("how true its percentages are is a table for before and after") {
  Evaluating page;
  page.evaluate({0, 1, 2, 3, 4, 4, 6, 7, 8, 9, 0, 1});
  show(page, ReportSection::kCalibration);
  const Read read(page.state);
  CHECK(read.at("reliability-after").rows.size() == 1);
  CHECK(read.at("reliability-after").rows[0][1].words == "12");
  CHECK(read.at("decline-curve").rows.size() == 10);
  CHECK(read.at("decline-verdicts").rows.size() == 3);
}
