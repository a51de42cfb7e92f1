// SPDX-License-Identifier: MIT
// Why: who does not know how to begin begins here, and must get the garment that was pressed.
#include "features/draw/panel/strip_panel.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/class_names.hpp"
#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;

TEST_CASE("each class begins with its first test image", "[ui][strip]") {
  for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
    Page page;
    page.program.load_test_set(30);
    page.frames(2);
    page.click(page.item(label, "begin"));
    const auto selected = page.emitted<app::SelectSample>();
    REQUIRE(selected.size() == 1);
    CHECK(selected[0].index == label);
  }
}

TEST_CASE("the strip shows one image of each class", "[ui][strip]") {
  Page page;
  page.program.load_test_set(30);
  page.frames(2);
  const auto samples = page.samples_drawn();
  REQUIRE(samples.size() == 10);
  for (std::uint32_t k = 0; k < 10; ++k) CHECK(samples.contains(k));
}

TEST_CASE("a class whose label has not arrived cannot be pressed", "[ui][strip]") {
  Page page;
  page.program.send_file(app::DatasetFile::kImages, idx_samples(30));
  page.frames(2);
  for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
    page.click(page.item(label, "begin"));
  }
  CHECK(page.all_emitted.empty());
}

TEST_CASE("a drawing is followed from step to step to what the network sees", "[ui][strip]") {
  Page page;
  page.program.act(app::ApplyStroke{broad_stroke()});
  page.frames(2);
  const auto& steps = page.program.state.steps.steps;
  REQUIRE(steps.size() == 6);
  // The first two are the drawing itself, and a part of it.
  const auto triangles = NullWindow::triangles();
  const auto shows_drawing = [&](const DrawnTriangle& triangle) {
    return triangle.texture == page.canvas_texture() && !page.canvas().contains(triangle.center());
  };
  CHECK(std::any_of(triangles.begin(), triangles.end(), shows_drawing));
  for (const core::Step& step : std::span(steps).subspan(2)) {
    CAPTURE(step.image.width, step.image.height);
    const auto same_size = page.textures.of_size(step.image.width, step.image.height);
    CHECK(std::any_of(same_size.begin(), same_size.end(), [&](ImTextureID id) {
      return page.textures[id].pixels == step.image.pixels;
    }));
  }
  CHECK(page.samples_drawn().empty());
}

namespace {

// A desktop whose own engine answers.
struct SteppedPage : Page {
  explicit SteppedPage(ImVec2 page_size = kDesktop) : Page(page_size) {
    surroundings.still = true;
    program.load_both_engines();
    program.act(app::ApplyStroke{broad_stroke()});
    frames(2);
  }
  ui::Box step(core::StepId id) { return item(static_cast<int>(id), "step"); }
  ui::Box step_switch(core::StepId id) { return item(static_cast<int>(id), "switch"); }
  [[nodiscard]] bool skips(core::StepId id) const { return program.state.preprocess.skips(id); }
  // How much is drawn in this part of the page, of glyphs above all.
  [[nodiscard]] static std::size_t drawn_in(const ui::Box& part) {
    const auto triangles = NullWindow::triangles();
    return static_cast<std::size_t>(std::count_if(
        triangles.begin(), triangles.end(),
        [&](const DrawnTriangle& triangle) { return part.contains(triangle.center()); }));
  }
};

}  // namespace

TEST_CASE("each step that can be left out has a switch, and Reset puts all back", "[ui][strip]") {
  const ImVec2 size = GENERATE(kDesktop, ImVec2{1180, 820}, ImVec2{600, 1400});
  SteppedPage page(size);
  using enum core::StepId;
  for (const core::StepId id : {kTrimmed, kScaled, kCentred, kToned}) {
    page.click(page.step_switch(id));
    CHECK(page.skips(id));
    page.click(page.step_switch(id));
    CHECK(!page.skips(id));
  }
  CHECK(page.emitted<app::SwitchStep>().size() == 8);
  page.click(page.step_switch(kTrimmed));
  page.click(page.step_switch(kToned));
  page.click(page.item("reset steps"));
  CHECK(!page.skips(kTrimmed));
  CHECK(!page.skips(kToned));
}

TEST_CASE("a step that is left out shows no picture", "[ui][strip]") {
  SteppedPage page;
  const ui::Box toned = page.step(core::StepId::kToned);
  const auto pictured = [&] {
    page.frames(2);
    const auto triangles = NullWindow::triangles();
    return std::any_of(triangles.begin(), triangles.end(), [&](const DrawnTriangle& triangle) {
      return toned.contains(triangle.center()) && page.textures.is_ours(triangle.texture);
    });
  };
  CHECK(pictured());
  page.program.act(app::SwitchStep{core::StepId::kToned, false});
  CHECK(!pictured());
}

TEST_CASE("an outline is filled in a step of its own", "[ui][strip]") {
  SteppedPage page(GENERATE(kDesktop, ImVec2{600, 1400}));
  page.program.act(app::ClearDrawing{});
  page.program.act(
      app::ApplyStroke{{core::Tool::kBrush,
                        200,
                        0.02F,
                        false,
                        {{0.2F, 0.3F}, {0.8F, 0.3F}, {0.7F, 0.8F}, {0.25F, 0.8F}, {0.2F, 0.3F}}}});
  page.frames(2);
  const auto& filled = page.program.state.steps.steps[1].image.pixels;
  const auto canvases = page.textures.of_size(core::kCanvasSide, core::kCanvasSide);
  CHECK(std::any_of(canvases.begin(), canvases.end(),
                    [&](ImTextureID id) { return page.textures[id].pixels == filled; }));
  page.click(page.step_switch(core::StepId::kFilled));
  CHECK(page.skips(core::StepId::kFilled));
  // All seven have room on the page.
  CHECK(page.step(core::StepId::kSeen).right() < page.layout().work.right());
}

TEST_CASE("beneath a step stands what would be answered there", "[ui][strip]") {
  SteppedPage page(GENERATE(kDesktop, ImVec2{1180, 820}));
  const ui::Box picture = page.step(core::StepId::kScaled);
  const ui::Box below{picture.x, picture.bottom() + 22, picture.width, 34};
  const std::size_t before = SteppedPage::drawn_in(below);
  REQUIRE(!page.program.batch.requests.empty());
  app::StepsClassified event{page.program.batch.requests.back().token, {}};
  for (std::size_t k = 0; k < page.program.state.steps.steps.size(); ++k) {
    const auto logits = logits_for(kCoat);
    event.logits.insert(event.logits.end(), logits.begin(), logits.end());
  }
  page.program.send(event);
  page.frames(2);
  CHECK(before == 0);
  CHECK(SteppedPage::drawn_in(below) >= 2 * std::string_view("Coat>99%").size());
}

TEST_CASE("why a step is there is said of the one pointed at, or pressed", "[ui][strip]") {
  SteppedPage page;
  const ui::Box last = page.step(core::StepId::kSeen);
  const ui::Box words{last.right() + 12, last.y, page.layout().work.right() - last.right() - 12,
                      last.height};
  const auto said = [&] {
    page.frames(2);
    return SteppedPage::drawn_in(words);
  };
  page.point_at({5, 5});
  const std::size_t usual = said();
  page.point_at(page.step(core::StepId::kTrimmed).center());
  const std::size_t pointed = said();
  CHECK(pointed != usual);
  page.point_at({5, 5});
  CHECK(said() == usual);
  page.tap(page.step(core::StepId::kTrimmed));
  CHECK(said() == pointed);
  page.tap(page.step(core::StepId::kTrimmed));
  CHECK(said() == usual);
}

TEST_CASE("only steps that are seen are asked about", "[ui][strip]") {
  SteppedPage page;
  CHECK(page.program.state.step_answers.in_sight);
  page.program.act(app::SetView{app::View::kExplore});
  page.frames(2);
  CHECK(!page.program.state.step_answers.in_sight);
}

TEST_CASE("where there is no room for the steps, who asks for them gets them", "[ui][strip]") {
  const ImVec2 size = GENERATE(kPhone, ImVec2{1024, 768}, ImVec2{1366, 650});
  SteppedPage page(size);
  CHECK(!page.program.state.step_answers.in_sight);
  page.click(page.item("steps"));
  CHECK(page.program.state.step_answers.in_sight);
  const ui::Box last = page.step(core::StepId::kSeen);
  CHECK(last.right() <= page.layout().work.right());
  CHECK(last.bottom() <= page.layout().work.bottom());
  page.click(page.step_switch(core::StepId::kToned));
  CHECK(page.skips(core::StepId::kToned));
  page.click(page.item(size.x > 1100 ? "reset steps" : "reset open steps"));
  CHECK(!page.skips(core::StepId::kToned));
  page.click(page.item("steps"));
  CHECK(!page.program.state.step_answers.in_sight);
}

TEST_CASE("drawing for a long time leaves no textures behind", "[ui][strip]") {
  Page page;
  page.frames(2);
  const ui::Box canvas = page.canvas();
  const auto at = [&](float x, float y) {
    return ImVec2{canvas.x + x * canvas.width, canvas.y + y * canvas.height};
  };
  page.press(at(0.1F, 0.1F));
  for (int k = 0; k < 60; ++k) {
    page.window.pointer(NullWindow::Phase::kMove, at(0.1F + 0.013F * static_cast<float>(k),
                                                     0.1F + 0.01F * static_cast<float>(k)));
    page.frame();
  }
  page.release(at(0.9F, 0.7F));
  const auto& all = page.textures.all();
  const auto living =
      std::count_if(all.begin(), all.end(), [](const auto& texture) { return !texture.destroyed; });
  CHECK(living < 12);
}
