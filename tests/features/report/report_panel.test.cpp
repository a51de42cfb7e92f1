// SPDX-License-Identifier: MIT
// Why: the report is where a class sees how good the network is; what is pressed there must be what
// is shown.
#include "features/report/panel/report_panel.hpp"

#include <catch_amalgamated.hpp>

#include <vector>

#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

// Twelve images, labelled 0 to 9, 0 and 1.
struct ReportPage : Page {
  explicit ReportPage(ImVec2 size = kDesktop) : Page(size) {
    program.load_model();
    program.load_test_set(12);
    program.act(app::SetView{app::View::kReport});
    frames(2);
  }
  // Everything is a shirt, image k with more confidence than those before it.
  void answer_all() {
    std::vector<float> logits;
    for (int k = 0; k < 12; ++k) {
      const auto row = logits_for(6, 2.0F + 0.1F * static_cast<float>(k));
      logits.insert(logits.end(), row.begin(), row.end());
    }
    const app::Token token = program.jobs.started.back().token;
    program.send(app::EvaluationLogits{token, 0, logits});
    program.send(app::EvaluationDone{token, 1});
    frames(2);
  }
};

}  // namespace

TEST_CASE("an evaluation is one press away, and so is its end", "[ui][report]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone, ImVec2{844, 390});
  ReportPage page(size);
  page.click(page.item("evaluate"));
  REQUIRE(page.program.jobs.started.size() == 1);
  CHECK(page.program.jobs.started[0].engine == app::EngineKind::kAtelierNn);
  page.frames(2);
  page.click(page.item("cancel evaluation"));
  CHECK(page.emitted<app::CancelEvaluation>().size() == 1);
  page.frames(2);
  page.click(page.item("evaluate"));
  page.answer_all();
  CHECK(page.item("evaluate").width > 0);
}

TEST_CASE("on a phone the report has the room of the prediction", "[ui][report]") {
  ReportPage page(kPhone);
  const auto drawn_in_prediction = [&] {
    const ui::Box part = page.layout().prediction;
    int count = 0;
    for (const DrawnTriangle& triangle : NullWindow::triangles()) {
      if (part.contains(triangle.center()) && page.textures.is_ours(triangle.texture)) ++count;
    }
    return count;
  };
  page.program.act(app::SelectSample{3});
  page.frames(2);
  CHECK(drawn_in_prediction() == 0);
  page.program.act(app::SetView{app::View::kExplore});
  page.frames(2);
  CHECK(drawn_in_prediction() > 0);
}

TEST_CASE("there is nothing to press while the test set is on its way", "[ui][report]") {
  Page page;
  page.program.load_model();
  page.program.act(app::SetView{app::View::kReport});
  page.program.start_file(app::DatasetFile::kImages);
  page.frames(2);
  for (float x = 640; x < 930; x += 20) page.click(ImVec2{x, 42});
  CHECK(page.program.jobs.started.empty());
}

TEST_CASE("a cell shows its images, and an image opens in Draw", "[ui][report]") {
  ReportPage page({1280, 1400});
  page.click(page.item("evaluate"));
  page.answer_all();
  page.click(page.item(0 * 10 + 6, "cell", "report"));
  REQUIRE(page.program.state.report.cell == app::Cell{0, 6});
  page.frames(2);
  const auto drawn = page.samples_drawn();
  REQUIRE(drawn.size() == 2);
  REQUIRE(drawn.contains(0));
  REQUIRE(drawn.contains(10));
  CHECK(drawn.at(10).x < drawn.at(0).x);
  page.click(drawn.at(10));
  CHECK(page.program.state.view == app::View::kDraw);
  CHECK(page.program.state.input.index == 10U);
}

TEST_CASE("the matrix is walked by the arrow keys, and Enter opens a cell", "[ui][report]") {
  ReportPage page({1280, 1400});
  page.click(page.item("evaluate"));
  page.answer_all();
  page.click(page.item(2 * 10 + 3, "cell", "report"));
  REQUIRE(page.program.state.report.cell == app::Cell{2, 3});
  page.press_key(ImGuiKey_RightArrow);
  page.press_key(ImGuiKey_DownArrow);
  page.press_key(ImGuiKey_DownArrow);
  page.press_key(ImGuiKey_Enter);
  CHECK(page.program.state.report.cell == app::Cell{4, 4});
  page.press_key(ImGuiKey_LeftArrow);
  page.press_key(ImGuiKey_UpArrow);
  page.press_key(ImGuiKey_Enter);
  CHECK(page.program.state.report.cell == app::Cell{3, 3});
}

TEST_CASE("each section can be opened, before and after an evaluation", "[ui][report]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone, ImVec2{844, 390});
  ReportPage page(size);
  const auto open_all = [&] {
    for (const int section : {1, 2, 3, 4, 0}) {
      page.click(page.item(section, "section"));
      page.frames(2);
    }
    CHECK(page.program.state.report.section == app::ReportSection::kOverview);
  };
  open_all();
  page.click(page.item("evaluate"));
  page.frames(2);
  open_all();
  page.answer_all();
  open_all();
  CHECK(page.emitted<app::ShowReportSection>().size() == 15);
}

TEST_CASE("the bars of the reliability diagram can be pressed", "[ui][report]") {
  ReportPage page({1280, 1400});
  page.click(page.item("evaluate"));
  page.answer_all();
  page.program.act(app::ShowReportSection{app::ReportSection::kCalibration});
  page.frames(2);
  page.click(page.item("before", "report"));
  page.click(page.item(7, "bin", "report"));
  CHECK(page.item("after", "report").width > 0);
}

TEST_CASE("a label is voted on, and the vote taken back", "[ui][report]") {
  ReportPage page({1280, 1400});
  page.click(page.item("evaluate"));
  // Image 3 is a shirt, and no doubt about it.
  const app::Token token = page.program.jobs.started.back().token;
  std::vector<float> logits;
  for (std::uint8_t k = 0; k < 12; ++k) {
    const auto row = logits_for(static_cast<std::uint8_t>(k == 3 ? 6 : k % 10), 12);
    logits.insert(logits.end(), row.begin(), row.end());
  }
  page.program.send(app::EvaluationLogits{token, 0, logits});
  page.program.send(app::EvaluationDone{token, 1});
  page.program.act(app::ShowReportSection{app::ReportSection::kMistakes});
  page.frames(2);
  page.click(page.item("doubtful", "report"));
  page.frames(2);
  REQUIRE(page.samples_drawn().contains(3));
  const ui::Box image = page.samples_drawn().at(3);
  const ImVec2 agree{image.x + 30, image.bottom() + 24};
  page.click(agree);
  CHECK(page.program.state.votes.by_image.at(3) == app::Vote::kAgree);
  page.frames(2);
  page.click(page.item("save votes", "report"));
  CHECK(page.program.saver.saved.size() == 1);
  page.click(agree);
  CHECK(page.program.state.votes.by_image.empty());
}

TEST_CASE("close pairs are asked for and shown, and open in Draw", "[ui][report]") {
  ReportPage page;
  page.program.act(app::ShowReportSection{app::ReportSection::kDuplicates});
  page.frames(2);
  page.click(page.item("closest in features", "report"));
  REQUIRE(page.program.jobs.searches.size() == 1);
  page.frames(2);
  CHECK(page.item("cancel pairs", "report").width > 0);
  page.program.send(app::PairsFound{page.program.jobs.searches[0].token, {{4, 9, 2.5F}}});
  page.frames(2);
  const auto drawn = page.samples_drawn();
  REQUIRE(drawn.contains(4));
  REQUIRE(drawn.contains(9));
  page.click(drawn.at(9));
  CHECK(page.program.state.view == app::View::kDraw);
  CHECK(page.program.state.input.index == 9U);
}

TEST_CASE("comparing takes two evaluations, and shows who is right where", "[ui][report]") {
  ReportPage page({1280, 1400});
  page.click(page.item("evaluate"));
  page.answer_all();
  page.program.act(app::ShowReportSection{app::ReportSection::kCompare});
  page.frames(2);
  page.click(page.item("evaluate with ort", "report"));
  REQUIRE(page.program.jobs.started.back().engine == app::EngineKind::kOrtWeb);
  std::vector<float> logits;
  for (int k = 0; k < 12; ++k) {
    const auto row = logits_for(9, 5);
    logits.insert(logits.end(), row.begin(), row.end());
  }
  const app::Token token = page.program.jobs.started.back().token;
  page.program.send(app::EvaluationLogits{token, 0, logits});
  page.program.send(app::EvaluationDone{token, 1});
  page.frames(2);
  const auto drawn = page.samples_drawn();
  CHECK(drawn.contains(9));  // the one ankle boot
  CHECK(drawn.contains(6));  // the one shirt
  CHECK(page.program.state.report.comparison.only_first.size() == 1);
}
