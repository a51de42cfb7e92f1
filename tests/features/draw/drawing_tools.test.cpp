// SPDX-License-Identifier: MIT
// Why: a tool that changes more than it says, or what it must not touch, cannot be trusted with a
// drawing.
#include <catch_amalgamated.hpp>

#include <cstdint>
#include <utility>

#include "app/state.hpp"
#include "features/update.hpp"
#include "tests/support/fakes.hpp"

using atelier::core::Arrangement;
using atelier::core::GrayImage;
using atelier::core::kCanvasSide;
using atelier::core::Stroke;
using atelier::core::StrokePoint;
using atelier::core::Tool;
using namespace atelier::app;
using namespace atelier::test;

namespace {

Stroke rectangle(std::uint8_t gray, float left, float top, float right, float bottom) {
  return {Tool::kPolygon,
          gray,
          0.1F,
          false,
          {{left, top}, {right, top}, {right, bottom}, {left, bottom}}};
}

}  // namespace

TEST_CASE("any gray of the canvas can be picked, and whoever had the eraser then paints",
          "[app][drawing_tools]") {
  Program program;
  program.act(ApplyStroke{rectangle(77, 0.2F, 0.2F, 0.8F, 0.8F)});
  program.act(SetTool{Tool::kEraser});
  program.act(SetToolMode{ToolMode::kPick});
  program.act(PickGray{0.5F, 0.5F});
  CHECK(program.state.tools.gray == 77);
  CHECK(program.state.tools.tool == Tool::kBrush);
  program.act(SetTool{Tool::kLine});
  CHECK(program.state.tools.mode == ToolMode::kDraw);
  for (const auto& [x, y] : {std::pair{-0.1F, 0.5F}, {1.0F, 0.5F}, {0.5F, 7.0F}}) {
    program.act(PickGray{x, y});
    CHECK(program.state.tools.gray == 77);
  }
  program.act(PickGray{0.0F, 0.99F});
  CHECK(program.state.tools.gray == 0);
  CHECK(program.state.tools.tool == Tool::kLine);
}

TEST_CASE("the gray of a shown sample is that of its pixel", "[app][drawing_tools]") {
  Program program;
  program.load_test_set(3);
  program.act(SelectSample{2});
  const auto& seen = program.state.input.seen;
  program.act(PickGray{10.5F / 28, 20.5F / 28});
  CHECK(program.state.tools.gray == seen.at(10, 20));
  CHECK(program.state.input.source == InputSource::kSample);
}

TEST_CASE("strokes by hand close small gaps; how the bucket tells an area can be set",
          "[app][drawing_tools]") {
  Program program;
  // A ring of four bars with a gap of five pixels.
  const auto bar = [&](float left, float top, float right, float bottom) {
    program.act(ApplyStroke{rectangle(200, left, top, right, bottom)});
  };
  bar(0.2F, 0.2F, 0.495F, 0.25F);
  bar(0.504F, 0.2F, 0.8F, 0.25F);
  bar(0.2F, 0.2F, 0.25F, 0.8F);
  bar(0.75F, 0.2F, 0.8F, 0.8F);
  bar(0.2F, 0.75F, 0.8F, 0.8F);
  program.act(SetTool{Tool::kFill});
  program.act(SetGray{90});
  const auto pour = [&] {
    program.act(BeginStroke{{0.5F, 0.5F}});
    program.act(EndStroke{});
    return program.state.drawing.raster().at(5, 5);
  };
  CHECK(pour() == 0);
  CHECK(program.state.drawing.raster().at(kCanvasSide / 2, kCanvasSide / 2) == 90);
  program.act(Undo{});
  program.act(SetFillReach{{.tolerance = 16, .gap = 0}});
  CHECK(pour() == 90);
}

TEST_CASE("what is drawn can be arranged in one step, and a shown sample as a copy of it",
          "[app][drawing_tools]") {
  Program program;
  program.load_test_set(3);
  program.act(SelectSample{1});
  const auto box = drawn_box(program.state);
  REQUIRE(box);
  const GrayImage sample = program.state.input.seen;
  for (int k = 1; k <= 5; ++k) {
    // One pixel of the network's a time.
    program.act(ArrangeDrawing{{.dx = static_cast<float>(k) / 28}});
  }
  program.act(EndStroke{});
  CHECK(program.state.input.source == InputSource::kDrawing);
  CHECK(program.state.input.index == 1U);
  bool moved = true;
  for (int y = 0; y < 28; ++y) {
    for (int x = 5; x < 28; ++x) {
      moved = moved && program.state.input.seen.at(x, y) == sample.at(x - 5, y);
    }
  }
  CHECK(moved);
  program.act(Undo{});
  CHECK(program.state.input.seen == sample);
}

TEST_CASE("the drawn box is around all that is not black", "[app][drawing_tools]") {
  Program program;
  CHECK_FALSE(drawn_box(program.state));
  program.act(ApplyStroke{rectangle(40, 0.25F, 0.5F, 0.75F, 0.625F)});
  const auto box = drawn_box(program.state);
  REQUIRE(box);
  CHECK(box->x == Catch::Approx(0.25));
  CHECK(box->y == Catch::Approx(0.5));
  CHECK(box->width == Catch::Approx(0.5));
  CHECK(box->height == Catch::Approx(0.125));
}

TEST_CASE("softening and inverting go in front of the network at once and can be taken back",
          "[app][drawing_tools]") {
  Program program;
  program.act(ApplyStroke{rectangle(160, 0.3F, 0.3F, 0.7F, 0.7F)});
  const GrayImage drawn = program.state.drawing.raster();
  program.act(InvertDrawing{});
  CHECK(program.state.drawing.raster().at(0, 0) == 255);
  CHECK(program.state.drawing.raster().at(280, 280) == 95);
  CHECK(program.state.input.seen.at(0, 0) > 0);
  program.act(Undo{});
  program.act(SoftenDrawing{});
  CHECK(program.state.drawing.raster() != drawn);
  program.act(Undo{});
  CHECK(program.state.drawing.raster() == drawn);
}

TEST_CASE("what is traced is neither in the drawing nor in what the network sees",
          "[app][drawing_tools]") {
  Program program;
  program.load_test_set(12);
  program.act(ApplyStroke{rectangle(160, 0.3F, 0.3F, 0.7F, 0.7F)});
  const GrayImage drawn = program.state.drawing.raster();
  const GrayImage seen = program.state.input.seen;
  const std::uint64_t version = program.state.input.version;
  program.act(SetTrace{std::uint8_t{2}});
  CHECK(program.state.trace == 2);
  CHECK(program.state.drawing.raster() == drawn);
  CHECK(program.state.input.seen == seen);
  CHECK(program.state.input.version == version);
  program.act(PickGray{0.1F, 0.1F});
  CHECK(program.state.tools.gray == 0);
  program.act(SetTrace{});
  CHECK_FALSE(program.state.trace);
}
