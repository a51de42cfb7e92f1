// SPDX-License-Identifier: MIT
// Why: teachers' pages and saved stroke scripts contain these words.
#include "app/names.hpp"

#include <catch_amalgamated.hpp>

namespace app = atelier::app;
namespace core = atelier::core;

TEST_CASE("the words of the script interface are stable", "[app][names]") {
  CHECK(app::name(app::View::kDraw) == "draw");
  CHECK(app::name(app::View::kExplore) == "explore");
  CHECK(app::name(app::View::kReport) == "report");
  CHECK(app::name(app::View::kAbout) == "about");
  CHECK(app::name(app::Phase::kLoading) == "loading");
  CHECK(app::name(app::Phase::kReady) == "ready");
  CHECK(app::name(app::Phase::kFailed) == "failed");
  CHECK(app::name(app::InputSource::kNone) == "none");
  CHECK(app::name(app::InputSource::kSample) == "sample");
  CHECK(app::name(app::InputSource::kDrawing) == "drawing");
  CHECK(app::name(core::Verdict::kAnswer) == "answer");
  CHECK(app::name(core::Verdict::kUnsure) == "unsure");
  CHECK(app::name(core::Verdict::kUnfamiliar) == "unfamiliar");
  CHECK(app::name(core::Verdict::kBlank) == "blank");
  CHECK(app::name(core::Tool::kBrush) == "brush");
  CHECK(app::name(core::Tool::kEraser) == "eraser");
  CHECK(app::name(core::Tool::kFill) == "fill");
  CHECK(app::name(core::Tool::kLine) == "line");
  CHECK(app::name(core::Tool::kPolygon) == "polygon");
  CHECK(app::name(app::EngineKind::kAtelierNn) == "atelier-nn");
  CHECK(app::name(app::EngineKind::kOrtWeb) == "onnxruntime-web");
  CHECK(app::name(app::Engine::Phase::kStarting) == "loading");
  CHECK(app::name(app::Engine::Phase::kReady) == "ready");
  CHECK(app::name(app::Engine::Phase::kFailed) == "failed");
  CHECK(app::name(app::WhyTopic::kMap) == "map");
  CHECK(app::name(app::WhyTopic::kNeighbours) == "neighbours");
  CHECK(app::name(app::WhyTopic::kInside) == "inside");
  CHECK(app::name(app::WhyTopic::kChange) == "change");
  CHECK(app::name(app::WhyTopic::kStress) == "stress");
}
