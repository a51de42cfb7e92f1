// SPDX-License-Identifier: MIT
// Why: teachers' pages and saved stroke scripts contain these words.
#include <catch_amalgamated.hpp>

#include <string_view>
#include <vector>

#include "features/report/actions.hpp"

#include "app/state.hpp"
#include "app/view.hpp"
#include "features/models/events.hpp"

namespace app = atelier::app;
namespace core = atelier::core;

namespace {

template <typename E>
std::vector<std::string_view> words() {
  return {core::names<E>.begin(), core::names<E>.end()};
}

using Words = std::vector<std::string_view>;

}  // namespace

TEST_CASE("the words of the script interface are stable", "[app][names]") {
  CHECK(words<app::View>() == Words{"draw", "explore", "report", "about"});
  CHECK(words<app::Phase>() == Words{"loading", "ready", "failed"});
  CHECK(words<app::InputSource>() == Words{"none", "sample", "drawing", "photo"});
  CHECK(words<core::Verdict>() == Words{"answer", "unsure", "unfamiliar", "blank"});
  CHECK(words<core::Tool>() == Words{"brush", "eraser", "fill", "line", "polygon"});
  CHECK(words<core::Resampling>() == Words{"skipping", "averaging"});
  CHECK(words<app::EngineKind>() == Words{"atelier-nn", "onnxruntime-web"});
  CHECK(words<app::Engine::Phase>() == Words{"loading", "ready", "failed"});
  CHECK(words<app::WhyTopic>() == Words{"map", "neighbours", "inside", "change", "stress"});
  CHECK(words<app::ExplanationMethod>() == Words{"activation", "occlusion"});
  CHECK(words<app::ChangeMethod>() == Words{"fgsm", "iterated-fgsm"});
  CHECK(words<app::StressKind>() ==
        Words{"shift-x", "shift-y", "turn", "scale", "blur", "contrast", "noise"});
  CHECK(words<app::ExploreSort>() == Words{"index", "confidence", "uncertainty", "loss"});
  CHECK(words<app::ReportSection>() ==
        Words{"overview", "calibration", "mistakes", "duplicates", "compare"});
  CHECK(words<app::Vote>() == Words{"agree", "disagree"});
  CHECK(words<app::PairSpace>() == Words{"pixels", "features"});
  CHECK(words<app::PixelRange>() == Words{"0..255", "0..1", "-1..1", "standardised"});
  CHECK(words<app::OpeningStep>() == Words{"file", "engine", "trial"});
}

TEST_CASE("enumerators stand in the order of their words", "[app][names]") {
  CHECK(name(app::View::kDraw) == "draw");
  CHECK(name(app::View::kExplore) == "explore");
  CHECK(name(app::View::kReport) == "report");
  CHECK(name(app::View::kAbout) == "about");
  CHECK(name(app::Phase::kLoading) == "loading");
  CHECK(name(app::Phase::kReady) == "ready");
  CHECK(name(app::Phase::kFailed) == "failed");
  CHECK(name(app::InputSource::kNone) == "none");
  CHECK(name(app::InputSource::kSample) == "sample");
  CHECK(name(app::InputSource::kDrawing) == "drawing");
  CHECK(name(core::Verdict::kAnswer) == "answer");
  CHECK(name(core::Verdict::kUnsure) == "unsure");
  CHECK(name(core::Verdict::kUnfamiliar) == "unfamiliar");
  CHECK(name(core::Verdict::kBlank) == "blank");
  CHECK(name(core::Tool::kBrush) == "brush");
  CHECK(name(core::Tool::kEraser) == "eraser");
  CHECK(name(core::Tool::kFill) == "fill");
  CHECK(name(core::Tool::kLine) == "line");
  CHECK(name(core::Tool::kPolygon) == "polygon");
  CHECK(name(app::EngineKind::kAtelierNn) == "atelier-nn");
  CHECK(name(app::EngineKind::kOrtWeb) == "onnxruntime-web");
  CHECK(name(app::Engine::Phase::kStarting) == "loading");
  CHECK(name(app::Engine::Phase::kReady) == "ready");
  CHECK(name(app::Engine::Phase::kFailed) == "failed");
  CHECK(name(app::WhyTopic::kMap) == "map");
  CHECK(name(app::WhyTopic::kNeighbours) == "neighbours");
  CHECK(name(app::WhyTopic::kInside) == "inside");
  CHECK(name(app::WhyTopic::kChange) == "change");
  CHECK(name(app::WhyTopic::kStress) == "stress");
}
