// SPDX-License-Identifier: MIT
// Why: who cannot see or point does by this all that the panels can do.
#include "features/outline.hpp"

#include <catch_amalgamated.hpp>

#include <cmath>
#include <functional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/error_words.hpp"
#include "core/color_image.hpp"
#include "features/dispatch.hpp"
#include "features/features.hpp"
#include "tests/support/evaluating.hpp"
#include "tests/support/idx_builder.hpp"
#include "tests/support/layers.hpp"
#include "tests/support/outlines.hpp"
#include "tests/support/own_files.hpp"

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
  const auto act = [&](Action action) {
    page.act(std::move(action));
    look(page.state);
  };
  const auto everywhere = [&] {
    for (const View view : core::all_of<View>()) act(SetView{view});
    act(SetView{View::kDraw});
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
  for (const core::Tool tool : core::all_of<core::Tool>()) act(SetTool{tool});
  page.send(PhotoRefused{"notes.txt", {core::ErrorCode::kNoPicture, ""}});
  page.send(OwnModelOpening{"mine.onnx"});
  look(page.state);
  OwnModelReady ready{.title = "mine.onnx",
                      .form = "float32",
                      .bytes = 1000,
                      .reading = {PixelRange::kUnit, false},
                      .scores = {},
                      .sha256 = ""};
  for (ReadingScore& score : ready.scores) score = {20, 40};
  page.send(std::move(ready));
  everywhere();
  OwnDataDropped dropped;
  dropped.files.push_back(own_file("mine.idx", idx_samples(7)));
  page.send(std::move(dropped));
  everywhere();
  Program inside;
  inside.load_both_engines();
  inside.load_test_set(12);
  inside.act(SelectSample{3});
  inside.answer(kCoat);
  inside.act(OpenWhy{WhyTopic::kInside});
  inside.done<ReadLayers>(layers_read());
  inside.act(SetInside{{.layer = 1, .cell = InsideCell{4, 6, 0}}});
  look(inside.state);
  Program alone;  // without ONNX Runtime Web
  alone.has_own_engine = true;
  alone.send(ModelsListed{{model_named("small")}, "small"});
  alone.send(ModelLoaded{alone.own_engine.loads.back().token});
  alone.send(ModelFailed{alone.classifier.loads.back().token, {core::ErrorCode::kNetwork, ""}});
  look(alone.state);
}

// The type of each action in a text.
void take_types(const std::string& text, std::set<std::string, std::less<>>& found) {
  constexpr std::string_view kMark = R"("type":")";
  for (auto at = text.find(kMark); at != std::string::npos; at = text.find(kMark, at + 1)) {
    const auto from = at + kMark.size();
    found.insert(text.substr(from, text.find('"', from) - from));
  }
}

std::string filled(std::string action, const std::string& field, const std::string& value) {
  const std::string place = "\"$" + field + '"';
  const auto at = action.find(place);
  return at == std::string::npos ? action : action.replace(at, place.size(), value);
}

// All that somebody could make a control dispatch, at its ends.
std::vector<std::string> actions_of(const Node& node) {
  if (node.action.empty()) return {};
  std::vector<std::string> values = {node.value};
  if (node.kind == NodeKind::kSlider || node.kind == NodeKind::kNumber) {
    const auto end = [&](double number) {
      std::ostringstream text;
      text << (node.range.doubling ? std::exp2(number) : number);
      return text.str();
    };
    values = {end(node.range.least), end(node.range.most)};
  }
  if (node.kind == NodeKind::kSwitch) values = {"true", "false"};
  if (node.kind == NodeKind::kText) values = {R"("a name")"};
  if (!node.options.empty()) values.clear();
  for (const OutlineOption& each : node.options) values.push_back(each.value);
  std::vector<std::string> actions;
  for (const std::string& value : values) actions.push_back(filled(node.action, "value", value));
  for (const Node& field : node.nodes) {
    const std::string name = field.key.substr(node.key.size() + 1);
    const std::string value =
        field.is_points ? "[[0.1,0.2,0.5],[0.8,0.2,0.5],[0.5,0.9,0.5]]" : field.value;
    for (std::string& action : actions) action = filled(action, name, value);
  }
  return actions;
}

template <typename... Listed>
std::vector<std::string_view> types_of(ActionList<Listed...>) {
  return {Listed::kType...};
}

}  // namespace

TEST_CASE("every action that a script can send can be reached by the outline") {
  std::set<std::string, std::less<>> found;
  each_state([&](const State& state) {
    visit(outline(state).nodes(), [&](const Node& node) {
      take_types(node.action, found);
      for (const OutlineOption& each : node.options) take_types(each.value, found);
    });
  });
  for (const std::string_view type : types_of(ScriptActions{})) {
    INFO(type);
    CHECK((found.contains(type) || type == "open-photo"));  // of a file, which the page opens
  }
}

TEST_CASE("every action that an outline has is a proper one, at both ends of its control") {
  std::set<std::string> seen;
  each_state([&](const State& state) {
    visit(outline(state).nodes(), [&](const Node& node) {
      for (const std::string& action : actions_of(node)) {
        if (action.front() == '[' || !seen.insert(action).second) continue;
        INFO(node.key << " dispatches " << action);
        const auto refusal = check_action(action);
        CHECK((refusal ? refusal->sentence : std::string()).empty());
      }
    });
  });
  CHECK(seen.size() > 200);
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
