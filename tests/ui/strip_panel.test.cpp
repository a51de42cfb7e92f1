// SPDX-License-Identifier: MIT
// Why: who does not know how to begin begins here, and must get the garment that was pressed.
#include "ui/strip_panel.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cstdint>
#include <span>

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
