// SPDX-License-Identifier: MIT
// Why: every button, key, stroke and script ends here. What a person has drawn must never be lost,
// and what the network gets must be what is shown.
#include "features/update.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "tests/support/fakes.hpp"

using atelier::core::GrayImage;
using atelier::core::kCanvasSide;
using atelier::core::StrokePoint;
using atelier::core::Tool;
using atelier::core::Verdict;
using namespace atelier::app;
using namespace atelier::test;

namespace {

bool is_black(const GrayImage& image) {
  return std::all_of(image.pixels.begin(), image.pixels.end(),
                     [](auto pixel) { return pixel == 0; });
}

std::uint8_t canvas_at(const Program& program, float x, float y) {
  return program.state.drawing.raster().at(static_cast<int>(x * kCanvasSide),
                                           static_cast<int>(y * kCanvasSide));
}

}  // namespace

TEST_CASE("the start asks for the models and the test set, once each", "[app][update]") {
  Program program;
  start(program.state, program.ports);
  CHECK(program.files.model_lists == 1);
  CHECK(program.files.test_set_loads == 1);
  CHECK(phase(program.state) == Phase::kLoading);
}

TEST_CASE("the page is ready when the test set is decoded and a model answers", "[app][update]") {
  Program program;
  SECTION("test set first") {
    program.load_test_set(3);
    CHECK(phase(program.state) == Phase::kLoading);
    program.load_model();
  }
  SECTION("model first") {
    program.load_model();
    CHECK(phase(program.state) == Phase::kLoading);
    program.load_test_set(3);
  }
  CHECK(phase(program.state) == Phase::kReady);
}

TEST_CASE("every action and every event is a new version of the state", "[app][update]") {
  Program program;
  std::uint64_t version = program.state.version;
  const auto grown = [&] {
    return program.state.version > std::exchange(version, program.state.version);
  };
  start(program.state, program.ports);
  CHECK(grown());
  program.act(SetView{View::kAbout});
  CHECK(grown());
  program.send(EngineProgress{EngineKind::kOrtWeb, 1, 2});
  CHECK(grown());
}

TEST_CASE("choices are kept as they are made", "[app][update]") {
  Program program;
  program.act(SetView{View::kExplore});
  program.act(SetTool{Tool::kFill});
  program.act(SetGray{90});
  program.act(SetBrushSize{0.125F});
  program.act(SetMirrored{true});
  CHECK(program.state.view == View::kExplore);
  CHECK(program.state.tools.tool == Tool::kFill);
  CHECK(program.state.tools.gray == 90);
  CHECK(program.state.tools.brush_size == 0.125F);
  CHECK(program.state.tools.mirrored);
  CHECK(program.state.input.source == InputSource::kNone);
}

TEST_CASE("a stroke uses the chosen tool and is seen from its first point on", "[app][update]") {
  Program program;
  program.act(SetGray{125});
  program.act(SetBrushSize{0.2F});
  program.act(SetMirrored{true});
  program.act(BeginStroke{{0.2F, 0.5F}});
  CHECK(program.state.input.source == InputSource::kDrawing);
  CHECK(!program.state.input.index);
  CHECK(!program.state.input.label);
  CHECK(canvas_at(program, 0.2F, 0.5F) == 125);
  CHECK(canvas_at(program, 0.8F, 0.5F) == 125);
  CHECK(!program.state.drawing.can_undo());

  program.act(ExtendStroke{{{0.2F, 0.6F}, {0.2F, 0.8F}}});
  CHECK(canvas_at(program, 0.2F, 0.8F) == 125);
  CHECK(program.state.input.seen == program.state.steps.seen());
  CHECK(!program.state.input.blank);

  program.act(EndStroke{});
  CHECK(program.state.drawing.can_undo());
}

TEST_CASE("the eraser takes away what the brush has painted", "[app][update]") {
  Program program;
  program.act(ApplyStroke{broad_stroke()});
  program.act(SetTool{Tool::kEraser});
  program.act(BeginStroke{{0.5F, 0.5F}});
  program.act(EndStroke{});
  CHECK(canvas_at(program, 0.5F, 0.5F) == 0);
  CHECK(canvas_at(program, 0.2F, 0.5F) == 200);
}

TEST_CASE("a stroke that was cancelled leaves no trace", "[app][update]") {
  Program program;
  program.act(ApplyStroke{broad_stroke()});
  const GrayImage before = program.state.drawing.raster();
  const GrayImage seen_before = program.state.input.seen;
  program.act(BeginStroke{{0.5F, 0.1F}});
  program.act(ExtendStroke{{{0.5F, 0.9F}}});
  REQUIRE(program.state.drawing.raster() != before);
  program.act(CancelStroke{});
  CHECK(program.state.drawing.raster() == before);
  CHECK(program.state.input.seen == seen_before);
  program.act(Undo{});
  CHECK(is_black(program.state.drawing.raster()));
}

TEST_CASE("a script's stroke brings its own tool and leaves the chosen one", "[app][update]") {
  Program program;
  program.act(SetTool{Tool::kEraser});
  program.act(SetGray{90});
  program.act(ApplyStroke{broad_stroke()});
  CHECK(canvas_at(program, 0.5F, 0.5F) == 200);
  CHECK(program.state.tools.tool == Tool::kEraser);
  CHECK(program.state.tools.gray == 90);
}

TEST_CASE("a dot is too little to be a garment", "[app][update]") {
  Program program;
  program.load_model();
  program.act(SetBrushSize{0.02F});
  program.act(BeginStroke{{0.5F, 0.5F}});
  program.act(EndStroke{});
  CHECK(program.state.input.blank);
  program.answer(kCoat);
  REQUIRE(program.state.answer);
  CHECK(program.state.answer->prediction.verdict == Verdict::kBlank);
}

TEST_CASE("clearing makes the verdict blank and can be undone", "[app][update]") {
  Program program;
  program.load_model();
  program.act(ApplyStroke{broad_stroke()});
  program.answer(kCoat);
  REQUIRE(program.state.answer->prediction.verdict == Verdict::kAnswer);
  const GrayImage drawn = program.state.drawing.raster();

  program.act(ClearDrawing{});
  CHECK(program.state.input.blank);
  CHECK(is_black(program.state.input.seen));
  program.answer(kCoat);
  CHECK(program.state.answer->prediction.verdict == Verdict::kBlank);

  program.act(Undo{});
  CHECK(program.state.drawing.raster() == drawn);
  CHECK(!program.state.input.blank);
  program.answer(kCoat);
  CHECK(program.state.answer->prediction.verdict == Verdict::kAnswer);
}

TEST_CASE("undo and redo step through the drawing and show it", "[app][update]") {
  Program program;
  program.act(ApplyStroke{broad_stroke(0.3F)});
  const GrayImage one = program.state.drawing.raster();
  program.act(ApplyStroke{broad_stroke(0.7F)});
  const GrayImage two = program.state.drawing.raster();
  const GrayImage seen_two = program.state.input.seen;
  program.act(Undo{});
  CHECK(program.state.drawing.raster() == one);
  program.act(Redo{});
  CHECK(program.state.drawing.raster() == two);
  CHECK(program.state.input.seen == seen_two);
}

TEST_CASE("undo and redo with nowhere to go change nothing", "[app][update]") {
  Program program;
  program.act(Undo{});
  program.act(Redo{});
  CHECK(!can_undo(program.state));
  CHECK(program.state.input.version == 0);
  CHECK(program.state.input.source == InputSource::kNone);
}

TEST_CASE("undo takes a shown sample off first and leaves the drawing under it alone",
          "[app][update]") {
  Program program;
  program.load_test_set(3);
  program.act(ApplyStroke{broad_stroke()});
  const GrayImage drawn = program.state.drawing.raster();
  program.act(SelectSample{1});
  CHECK(can_undo(program.state));
  program.act(Undo{});
  CHECK(program.state.input.source == InputSource::kDrawing);
  CHECK(program.state.drawing.raster() == drawn);
  program.act(Undo{});
  CHECK(is_black(program.state.drawing.raster()));
  CHECK(!can_undo(program.state));
}

TEST_CASE("a sample copied to the canvas and left alone is the sample, bit by bit",
          "[app][update]") {
  constexpr std::uint32_t kCount = 12;
  Program program;
  program.load_model();
  program.load_test_set(kCount);
  for (std::uint32_t index = 0; index < kCount; ++index) {
    CAPTURE(index);
    program.act(EditSample{index});
    const auto image = program.state.test_set.loader.view().image(index);
    CHECK(program.state.input.source == InputSource::kDrawing);
    CHECK(program.state.input.index == index);
    CHECK(program.state.input.label == index % 10);
    CHECK(!program.state.input.blank);
    CHECK(std::equal(image.begin(), image.end(), program.state.input.seen.pixels.begin(),
                     program.state.input.seen.pixels.end()));
    program.answer(kCoat);
  }
  CHECK(program.classifier.requests.back().pixels == program.state.input.seen.pixels);
}

TEST_CASE("drawing on a shown sample edits a copy of it, and undo brings the old drawing back",
          "[app][update]") {
  const bool by_script = GENERATE(false, true);
  Program program;
  program.load_test_set(3);
  program.act(ApplyStroke{broad_stroke(0.2F)});
  const GrayImage own = program.state.drawing.raster();
  program.act(SelectSample{2});
  CHECK(program.state.drawing.raster() == own);

  if (by_script) {
    program.act(ApplyStroke{broad_stroke()});
  } else {
    program.act(BeginStroke{{0.2F, 0.5F}});
    program.act(ExtendStroke{{{0.8F, 0.5F}}});
    program.act(EndStroke{});
  }
  CHECK(program.state.input.source == InputSource::kDrawing);
  CHECK(program.state.input.index == 2U);
  CHECK(program.state.input.label == 2);
  const auto sample = program.state.test_set.loader.view().image(2);
  CHECK(program.state.input.seen.pixels[0] == sample[0]);
  CHECK(program.state.input.seen.pixels[kPixelCount - 1] == sample[kPixelCount - 1]);
  CHECK(program.state.input.seen.pixels[14 * 28 + 14] != sample[14 * 28 + 14]);

  program.act(Undo{});  // the stroke
  CHECK(std::equal(sample.begin(), sample.end(), program.state.input.seen.pixels.begin()));
  program.act(Undo{});  // the copy
  CHECK(program.state.drawing.raster() == own);
  CHECK(!program.state.input.index);
  CHECK(!program.state.input.label);
}

TEST_CASE("a sample can be looked at without losing the drawing", "[app][update]") {
  Program program;
  program.load_test_set(3);
  program.act(ApplyStroke{broad_stroke()});
  const GrayImage seen = program.state.input.seen;
  program.act(SelectSample{1});
  CHECK(program.state.input.seen != seen);
  CHECK(shows_sample(program.state));
  program.act(ShowDrawing{});
  CHECK(!shows_sample(program.state));
  CHECK(program.state.input.seen == seen);
  CHECK(!program.state.input.index);
}

TEST_CASE("a view that is left in the middle of a stroke ends the stroke", "[app][update]") {
  Program program;
  program.act(BeginStroke{{0.2F, 0.5F}});
  program.act(SetView{View::kExplore});
  program.act(ExtendStroke{{{0.8F, 0.5F}}});
  CHECK(canvas_at(program, 0.2F, 0.5F) != 0);
  CHECK(canvas_at(program, 0.8F, 0.5F) == 0);
  CHECK(program.state.drawing.can_undo());
}
