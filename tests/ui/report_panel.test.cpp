// SPDX-License-Identifier: MIT
// Why: the report is where a class sees how good the network is; what is pressed there must be what
// is shown.
#include "ui/report_panel.hpp"

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
  page.click(page.item("Evaluate"));
  REQUIRE(page.program.jobs.started.size() == 1);
  CHECK(page.program.jobs.started[0].engine == app::EngineKind::kAtelierNn);
  page.frames(2);
  page.click(page.item("Cancel"));
  CHECK(page.emitted<app::CancelEvaluation>().size() == 1);
  page.frames(2);
  page.click(page.item("Evaluate"));
  page.answer_all();
  CHECK(page.item("Evaluate again").width > 0);
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
  page.click(page.item("Evaluate"));
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
