// SPDX-License-Identifier: MIT
// Why: every view has to stand on every screen in every state of the program, also in those that
// nobody looks at while developing. NullWindow fails the test for whatever ImGui complains about.
#include "shell/ui.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

struct Situation {
  std::string name;
  std::function<void(Program&)> arrange;
};

void load_half(Program& program) {
  program.send_file(app::DatasetFile::kLabels, idx_labels(40));
  const ByteVector file = idx_samples(40);
  program.start_file(app::DatasetFile::kImages, file.size());
  program.send_chunk(app::DatasetFile::kImages, std::span(file).first(file.size() / 2));
  program.send(app::EngineProgress{app::EngineKind::kOrtWeb, 1'000'000, 3'000'000});
}

void load_all(Program& program) {
  program.load_model();
  program.load_test_set(40);
}

const std::vector<Situation>& situations() {
  static const std::vector<Situation> all = {
      {"empty", [](Program&) {}},
      {"loading", load_half},
      {"ready", load_all},
      {"a sample, not answered",
       [](Program& program) {
         load_all(program);
         program.act(app::SelectSample{3});
       }},
      {"a sample, answered",
       [](Program& program) {
         load_all(program);
         program.act(app::SelectSample{9});
         program.answer(kAnkleBoot);
       }},
      {"a drawing, unsure",
       [](Program& program) {
         load_all(program);
         program.act(app::ApplyStroke{broad_stroke()});
         program.answer(std::array<float, 10>{});
       }},
      {"a drawing over a sample, mirrored",
       [](Program& program) {
         load_all(program);
         program.act(app::SetMirrored{true});
         program.act(app::EditSample{3});
         program.answer(kCoat);
       }},
      {"blank",
       [](Program& program) {
         load_all(program);
         program.act(app::ClearDrawing{});
         program.answer(kCoat);
       }},
      {"unfamiliar",
       [](Program& program) {
         app::ModelInfo model = model_named("wary");
         model.thresholds.unfamiliar_energy = -1000;
         program.send(app::ModelsListed{{model}, "wary"});
         program.send(app::ModelLoaded{program.classifier.loads.back().token});
         program.act(app::ApplyStroke{broad_stroke()});
         program.answer(kCoat);
       }},
      {"a class that no image has",
       [](Program& program) {
         program.load_test_set(5);
         program.act(app::SetFilter{{.label = std::uint8_t{8}}});
       }},
      {"test set failed",
       [](Program& program) {
         program.load_model();
         load_half(program);
         program.send(app::DatasetFileFailed{app::DatasetFile::kImages,
                                             {core::ErrorCode::kNetwork, "offline"}});
       }},
      {"engine failed",
       [](Program& program) {
         load_all(program);
         program.act(app::ApplyStroke{broad_stroke()});
         program.send(app::ClassifyFailed{program.classifier.requests.back().token,
                                          {core::ErrorCode::kEngineFailed, "trap"}});
       }},
      {"everything failed",
       [](Program& program) {
         program.send(app::ModelsFailed{{core::ErrorCode::kFileNotFound, ""}});
         program.send(app::DatasetFileFailed{app::DatasetFile::kImages,
                                             {core::ErrorCode::kHtmlInsteadOfData, ""}});
       }},
  };
  return all;
}

void check_geometry(const Page& page) {
  bool finite = true;
  bool textures_live = true;
  for (const DrawnTriangle& triangle : NullWindow::triangles()) {
    for (const ImDrawVert& corner : triangle.corners) {
      finite = finite && std::isfinite(corner.pos.x) && std::isfinite(corner.pos.y);
    }
    if (page.textures.is_ours(triangle.texture)) {
      const FakeTextures::Texture& texture = page.textures[triangle.texture];
      textures_live = textures_live && !texture.destroyed &&
                      texture.generation == page.textures.generation() && texture.uploads > 0;
    }
  }
  CHECK(finite);
  CHECK(textures_live);
}

void draw_all_views(ImVec2 size) {
  for (const Situation& situation : situations()) {
    for (const app::View view : {app::View::kDraw, app::View::kExplore, app::View::kAbout}) {
      CAPTURE(size.x, size.y, situation.name, static_cast<int>(view));
      Page page(size);
      page.frames(2);
      situation.arrange(page.program);
      page.program.act(app::SetView{view});
      page.surroundings.dark = view == app::View::kExplore;
      page.surroundings.coarse_pointer = size.x < 900;
      page.frames(4);
      CHECK(page.all_emitted.empty());
      check_geometry(page);
    }
  }
}

}  // namespace

TEST_CASE("every view draws in every state on a desktop", "[ui][page]") {
  draw_all_views(kDesktop);
}

TEST_CASE("every view draws in every state on a phone", "[ui][page]") { draw_all_views(kPhone); }

TEST_CASE("every view draws in every state on a tablet and on a phone that lies on its side",
          "[ui][page]") {
  draw_all_views(GENERATE(ImVec2{768, 1024}, ImVec2{844, 390}));
}

TEST_CASE("a page that is zoomed until nothing fits is drawn all the same", "[ui][page]") {
  draw_all_views(GENERATE(ImVec2{427, 267}, ImVec2{320, 480}, ImVec2{100, 100}, ImVec2{1, 1}));
}

TEST_CASE("an idle page says that nothing moves", "[ui][page]") {
  for (const Situation& situation : situations()) {
    CAPTURE(situation.name);
    Page page;
    situation.arrange(page.program);
    page.frames(80);
    CHECK(!page.drawn.moving);
  }
}

TEST_CASE("an idle page uploads nothing", "[ui][page]") {
  Page page;
  load_all(page.program);
  page.program.act(app::ApplyStroke{broad_stroke()});
  page.frames(5);
  const int uploads = page.textures.upload_count();
  page.frames(10);
  CHECK(page.textures.upload_count() == uploads);
}

TEST_CASE("after the graphics context was lost everything is drawn from new textures",
          "[ui][page]") {
  Page page;
  load_all(page.program);
  page.program.act(app::ApplyStroke{broad_stroke()});
  page.program.answer(kCoat);
  for (const app::View view : {app::View::kDraw, app::View::kExplore, app::View::kDraw}) {
    page.program.act(app::SetView{view});
    page.frames(3);
    page.textures.lose_context();
    page.frames(2);
    check_geometry(page);
  }
}

TEST_CASE("resizing the page moves everything along", "[ui][page]") {
  Page page;
  load_all(page.program);
  for (const ImVec2 size : {kDesktop, kPhone, ImVec2{844, 390}, kDesktop}) {
    page.window.size = size;
    page.frames(2);
    check_geometry(page);
    CHECK(page.canvas().right() <= size.x);
    CHECK(page.canvas().bottom() <= size.y);
  }
}

TEST_CASE("the dark theme is dark", "[ui][page]") {
  Page page;
  page.surroundings.dark = true;
  page.frames(2);
  const auto& grounds = page.drawn.grounds;
  CHECK(grounds.front().color == ui::palette(true).paper);
  CHECK(std::any_of(grounds.begin(), grounds.end(), [](const ui::Ground& ground) {
    return ground.color == ui::palette(true).surface;
  }));
  const auto triangles = NullWindow::triangles();
  CHECK(std::none_of(triangles.begin(), triangles.end(), [](const DrawnTriangle& triangle) {
    return triangle.is_all(ui::palette(false).sunk);
  }));
}

TEST_CASE("a random sample is one that has arrived", "[ui][page]") {
  Page page;
  load_half(page.program);
  page.frames(2);
  for (int k = 0; k < 20; ++k) page.click(page.item("random sample"));
  const auto selected = page.emitted<app::SelectSample>();
  REQUIRE(selected.size() == 20);
  bool all_the_same = true;
  for (const app::SelectSample& select : selected) {
    CHECK(select.index < page.program.state.test_set.loader.view().count());
    all_the_same = all_the_same && select.index == selected[0].index;
  }
  CHECK(!all_the_same);
}

TEST_CASE("the buttons of the title keep their places, whatever is shown", "[ui][page]") {
  Page page(GENERATE(kDesktop, kPhone));
  load_all(page.program);
  page.frames(2);
  const auto places = [&] {
    std::array<ui::Box, 2> boxes = {page.item("random sample"), page.item("trace")};
    return boxes;
  };
  const auto before = places();
  page.program.act(app::SelectSample{3});
  page.frames(2);
  CHECK(page.item("photo").width >= 44);
  CHECK(page.item("random sample").x == before[0].x);
  if (page.window.size.x == kDesktop.x) CHECK(places()[1].x == before[1].x);
}

TEST_CASE("from a sample one gets back to one's drawing", "[ui][page]") {
  Page page;
  load_all(page.program);
  page.program.act(app::ApplyStroke{broad_stroke()});
  page.program.act(app::SelectSample{3});
  page.frames(2);
  page.click(page.item("show drawing"));
  CHECK(page.emitted<app::ShowDrawing>().size() == 1);
  CHECK(page.program.state.input.source == app::InputSource::kDrawing);
}
