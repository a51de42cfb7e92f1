// SPDX-License-Identifier: MIT
// Why: the map stands over what a visitor draws; it must lie where the network saw it, be easy to
// open and to be rid of, and never be in the way unasked.
#include "features/explain/map/panel/explanation_panel.hpp"

#include <catch_amalgamated.hpp>

#include <vector>

#include "core/preprocess.hpp"
#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

constexpr int kSide = 4;

struct ExplainedPage : Page {
  explicit ExplainedPage(ImVec2 size = kDesktop) : Page(size) {
    surroundings.still = true;
    program.load_both_engines();
    program.load_test_set(12);
    program.act(app::SelectSample{4});
    program.answer(kCoat);
    frames(3);
  }
  // One cell speaks for the answer, one half as strongly against it, and nothing else.
  void explained() {
    app::ClassMaps maps{kSide, kSide, {}, {}};
    maps.values.resize(10 * kSide * kSide);
    maps.values[kCoat * kSide * kSide + 5] = 4;
    maps.values[kCoat * kSide * kSide + 10] = -2;
    maps.values[kTrouser * kSide * kSide] = 1;
    program.done<app::ReadActivationMap>(program.work.started.back().token, maps);
    frames(3);
  }
  void open() {
    click(item("why"));
    explained();
  }
  // Around what is drawn in this colour within the canvas, the soft edges of others left out.
  [[nodiscard]] ui::Box on_canvas(ImU32 color) const {
    Bounds bounds;
    for (const DrawnTriangle& triangle : NullWindow::triangles()) {
      if (triangle.is_all(color) && canvas().contains(triangle.center())) bounds.add(triangle);
    }
    return bounds.box();
  }
  [[nodiscard]] float strength() const { return program.state.explanation.settings.strength; }
};

}  // namespace

TEST_CASE("Why? opens the map over the picture, and a second press takes it away",
          "[ui][explanation]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone, ImVec2{844, 390}, ImVec2{768, 1024});
  ExplainedPage page(size);
  const ImU32 in_favour = ui::opinion_color(1, page.strength());
  const ui::Box before = page.canvas();
  CHECK(page.program.work.started.empty());
  page.open();
  REQUIRE(page.program.work.started.size() == 1);
  CHECK(page.canvas().width == before.width);  // the canvas keeps its room
  const ui::Box canvas = page.canvas();
  const ui::Box cell = page.on_canvas(in_favour);
  CHECK(cell.x == Catch::Approx(canvas.x + canvas.width / kSide).margin(0.5));
  CHECK(cell.y == Catch::Approx(canvas.y + canvas.height / kSide).margin(0.5));
  CHECK(cell.width == Catch::Approx(canvas.width / kSide).margin(0.5));
  CHECK(page.on_canvas(ui::opinion_color(-0.5F, page.strength())).x ==
        Catch::Approx(canvas.center().x).margin(0.5));

  page.click(page.item("why"));
  CHECK(!page.program.state.explanation.settings.method);
  CHECK(page.on_canvas(in_favour).width == 0);
}

TEST_CASE("over a blank sheet Why? is not offered", "[ui][explanation]") {
  ExplainedPage page(GENERATE(kDesktop, kPhone));
  const ui::Box why = page.item("why");
  page.program.act(app::ShowDrawing{});
  page.frames(3);
  page.click(why);
  CHECK(page.emitted<app::OpenWhy>().empty());

  page.program.act(app::SelectSample{4});
  page.frames(3);
  page.click(why);
  CHECK(page.emitted<app::OpenWhy>().size() == 1);
}

TEST_CASE("over a drawing the map lies where the network saw it", "[ui][explanation]") {
  ExplainedPage page;
  page.program.act(app::ClearDrawing{});
  page.program.act(app::ApplyStroke{broad_stroke(0.3F)});
  page.program.answer(kCoat);
  page.open();
  // 28 seen pixels are the longest edge of the ink, which lies in their middle.
  const auto& state = page.program.state;
  const core::Rect ink = state.steps.ink;
  const ui::Box canvas = page.canvas();
  const float scale = canvas.width / static_cast<float>(core::kCanvasSide);
  const float side = scale * static_cast<float>(ink.width);
  const ui::Box cell = page.on_canvas(ui::opinion_color(1, page.strength()));
  REQUIRE(ink.width > ink.height);
  CHECK(cell.width == Catch::Approx(side / kSide).margin(0.6));
  CHECK(cell.x ==
        Catch::Approx(canvas.x + scale * static_cast<float>(ink.x) + side / kSide).margin(0.6));
  const float middle =
      canvas.y + scale * (static_cast<float>(ink.y) + static_cast<float>(ink.height) / 2);
  CHECK(cell.bottom() == Catch::Approx(middle).margin(side / 28));
}

TEST_CASE("a press on a bar asks about its class, a second one about the answer",
          "[ui][explanation]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone);
  ExplainedPage page(size);
  page.open();
  page.click(page.item(kTrouser, "bar"));
  CHECK(page.program.state.explanation.settings.label == kTrouser);
  CHECK(page.on_canvas(ui::opinion_color(1, page.strength())).x ==
        Catch::Approx(page.canvas().x).margin(0.5));
  page.click(page.item(kTrouser, "bar"));
  CHECK(!page.program.state.explanation.settings.label);
  CHECK(page.program.work.started.size() == 1);
}

TEST_CASE("methods, patch and stride are chosen by chips", "[ui][explanation]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone, ImVec2{844, 390});
  ExplainedPage page(size);
  page.open();
  const auto& settings = page.program.state.explanation.settings;
  page.click(page.item("occlusion"));
  CHECK(settings.method == app::ExplanationMethod::kOcclusion);
  std::vector<int> seen;
  for (int k = 0; k < 3; ++k) {
    page.click(page.item("patch"));
    page.click(page.item("stride"));
    seen.insert(seen.end(), {settings.patch, settings.stride});
  }
  CHECK(seen == std::vector{7, 3, 3, 1, 5, 2});
  page.click(page.item("activation"));
  CHECK(settings.method == app::ExplanationMethod::kActivation);
}

TEST_CASE("the strength is that of the colours on the canvas", "[ui][explanation]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone, ImVec2{844, 390});
  ExplainedPage page(size);
  page.open();
  const ui::Box track = page.item("strength");
  page.click(ImVec2{track.x + track.width * 0.25F, track.center().y});
  CHECK(page.strength() < 0.4F);
  CHECK(page.strength() > 0.1F);
  CHECK(page.on_canvas(ui::opinion_color(1, page.strength())).width > 0);
  CHECK(page.program.work.started.size() == 1);
}

TEST_CASE("for and against have colours of their own, and nothing has none", "[ui][explanation]") {
  CHECK(ui::opinion_color(1, 1) != ui::opinion_color(-1, 1));
  CHECK(ui::opinion_color(1, 1) >> IM_COL32_A_SHIFT == 255);
  CHECK(ui::opinion_color(0.5F, 1) >> IM_COL32_A_SHIFT == 128);
  CHECK(ui::opinion_color(0, 1) >> IM_COL32_A_SHIFT == 0);
}

TEST_CASE("from another view Why? leads to the picture", "[ui][explanation]") {
  ExplainedPage page;
  page.program.act(app::SetView{app::View::kExplore});
  page.frames(2);
  page.click(page.item("why"));
  CHECK(page.program.state.view == app::View::kDraw);
  CHECK(page.program.state.explanation.settings.method);
}
