// SPDX-License-Identifier: MIT
// Why: who cannot see or point does by this all that the panels can do.
#include "features/outline.hpp"

#include <catch_amalgamated.hpp>

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/error_words.hpp"
#include "core/color_image.hpp"
#include "tests/support/evaluating.hpp"
#include "tests/support/outlines.hpp"

using namespace atelier::app;
using namespace atelier::test;
namespace core = atelier::core;

namespace {

// The states that the page goes through on an eventful visit, each shown to `look`.
void each_state(const std::function<void(const State&)>& look) {
  Program nothing;
  look(nothing.state);
  Evaluating page;
  page.has_own_engine = true;
  const auto act = [&](const Action& action) {
    page.act(action);
    look(page.state);
  };
  const auto everywhere = [&] {
    for (const View view : {View::kExplore, View::kReport, View::kAbout, View::kDraw}) {
      act(SetView{view});
    }
  };
  everywhere();
  act(SelectSample{3});
  page.answer(kCoat);
  look(page.state);
  act(ApplyStroke{broad_stroke()});
  act(ClearDrawing{});
  act(ApplyStroke{broad_stroke()});
  act(Undo{});
  act(Redo{});
  page.answer(kCoat);
  for (const WhyTopic topic : {WhyTopic::kMap, WhyTopic::kNeighbours, WhyTopic::kInside,
                               WhyTopic::kChange, WhyTopic::kStress}) {
    act(OpenWhy{topic});
  }
  act(SwitchStep{core::StepId::kCentred, false});
  act(SelectSample{3});
  act(OpenPhoto{"shoe.jpg", core::plain_image(40, 40, {90, 120, 200})});
  act(ShowDrawing{});
  act(RenameClass{3, "Kleid"});
  page.act(Evaluate{Evaluating::kOwn});
  page.answers(0, {0, 1, 2, 3});
  look(page.state);
  everywhere();
  page.answers(4, {4, 5, 6, 6, 8, 9, 0, 1});
  page.finish();
  look(page.state);
  page.evaluate({0, 1, 2, 3, 4, 4, 6, 7, 8, 9, 0, 1}, EngineKind::kOrtWeb);
  everywhere();
  act(SelectCell{Cell{5, 4}});
  act(VoteOnLabel{5, Vote::kAgree});
  act(SetView{View::kReport});
  for (const ReportSection section :
       {ReportSection::kOverview, ReportSection::kCalibration, ReportSection::kMistakes,
        ReportSection::kDuplicates, ReportSection::kCompare}) {
    act(ShowReportSection{section});
  }
  act(ShowReportSection{ReportSection::kDuplicates});
  act(FindPairs{PairSpace::kPixels});
  act(SetFilter{{.label = kCoat, .right = false}});
  everywhere();
}

}  // namespace

TEST_CASE("every script action that a panel emits can be reached by the outline") {
  std::set<std::string> found;
  each_state([&](const State& state) {
    constexpr std::string_view kMark = R"("type":")";
    visit(outline(state).nodes(), [&](const Node& node) {
      std::string text = node.action;
      for (const OutlineOption& each : node.options) text += each.value;
      for (auto at = text.find(kMark); at != std::string::npos; at = text.find(kMark, at + 1)) {
        const auto from = at + kMark.size();
        found.insert(text.substr(from, text.find('"', from) - from));
      }
    });
  });
  for (const char* type : {"view",
                           "select-sample",
                           "edit-sample",
                           "stroke",
                           "clear",
                           "undo",
                           "redo",
                           "soften",
                           "invert",
                           "arrange",
                           "trace",
                           "adjust-photo",
                           "crop-photo",
                           "show-photo",
                           "show-drawing",
                           "switch-step",
                           "temperature",
                           "select-model",
                           "select-engine",
                           "open-why",
                           "explain",
                           "inside",
                           "change",
                           "stress",
                           "rename-class",
                           "filter",
                           "evaluate",
                           "cancel-evaluation",
                           "report-section",
                           "cell",
                           "show-evaluation",
                           "compare",
                           "vote",
                           "save-votes",
                           "find-duplicates",
                           "cancel-duplicates",
                           "save",
                           "retry"}) {
    INFO(type);
    // What takes a network that can be read is in the tests of its own feature.
    const bool elsewhere = std::string_view(type) == "inside";
    CHECK((found.count(type) == 1 || elsewhere));
  }
}

TEST_CASE("every outline is well made") {
  each_state([](const State& state) {
    std::set<std::string> keys;
    int level = 2;
    visit(outline(state).nodes(), [&](const Node& node) {
      INFO(node.key << ": " << node.words);
      CHECK_FALSE(node.key.empty());
      CHECK(keys.insert(node.key).second);
      const bool may_be_silent = node.kind == NodeKind::kStatus || node.kind == NodeKind::kAlert;
      CHECK((may_be_silent || !node.words.empty()));
      if (node.kind <= NodeKind::kSubheading) {
        const int next = 3 + static_cast<int>(node.kind);
        CHECK(next <= level + 1);  // no heading skips a level
        level = next;
      }
      for (const auto& row : node.rows) {
        CHECK((node.columns.empty() || row.size() == node.columns.size()));
      }
      if (node.kind == NodeKind::kChoice && node.why_not.empty()) CHECK(!node.options.empty());
    });
    CHECK(level > 2);
  });
}

TEST_CASE("a choice says what is chosen, of all that can be") {
  each_state([](const State& state) {
    const Read read(state);
    visit(read.outline().nodes(), [&](const Node& node) {
      if (node.kind != NodeKind::kChoice && node.kind != NodeKind::kNavigation) return;
      const bool unknown = node.key == "model-choice" || node.key == "engine-choice";
      INFO(node.key << " is " << node.value);
      CHECK((unknown || !read.chosen(node.key).empty()));
    });
  });
}

TEST_CASE("the way to the other views is first, and says where one is") {
  Program program;
  program.act(SetView{View::kExplore});
  const Read read(program.state);
  CHECK(read.outline().nodes().front().kind == NodeKind::kNavigation);
  CHECK(read.chosen("views") == "Explore");
  CHECK(read.at("views").action == R"({"type":"view","view":"$value"})");
}

TEST_CASE("what is wrong is said before all else, with a way out") {
  Program program;
  CHECK(Read(program.state).at("text-view-error").words.empty());
  program.send(ModelsFailed{{core::ErrorCode::kNetwork, "status 500"}});
  const Read read(program.state);
  CHECK(read.at("text-view-error").words == error_words(core::ErrorCode::kNetwork));
  CHECK(read.at("error-detail").words == "network: status 500");
  CHECK(read.at("text-view-retry").action == R"({"type":"retry"})");
}
