// SPDX-License-Identifier: MIT
// Why: pages that we do not know read window.atelier.snapshot(). Every field that was there when
// tests/features/recorded/snapshots.json was written is there still, with the same value; new ones
// may stand beside them. What has to change is recorded anew with ATELIER_RECORD=1.
#include <catch_amalgamated.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "features/snapshot.hpp"
#include "tests/support/evaluating.hpp"
#include "tests/support/fakes.hpp"
#include "tests/support/layers.hpp"
#include "tests/support/own_files.hpp"
#include "tests/support/product_photo.hpp"

using atelier::core::ErrorCode;
using namespace atelier::app;
using namespace atelier::test;
using nlohmann::json;

namespace {

constexpr std::array<float, 10> kNobodyKnows{};

// ---- the states ---------------------------------------------------------------------------------

json told(const Program& program) { return json::parse(snapshot_json(program.state, 12)); }

// A sample that both engines have answered.
struct Answered : Program {
  Answered() {
    load_both_engines();
    load_test_set(12);
    act(SelectSample{3});
    answer(kCoat);
    if (!own_engine.requests.empty()) {
      send(Classified{own_engine.requests.back().token, logits_for(kCoat, 9), 2});
    }
  }
  void answer_images() {
    const auto question = work.asked<ClassifyImages>().back();
    ClassifyImages::Answer answer;
    for (std::size_t k = 0; k < question.pixels.size() / kPixelCount; ++k) {
      const auto logits = logits_for(static_cast<std::uint8_t>(k % 10), 2);
      answer.logits.insert(answer.logits.end(), logits.begin(), logits.end());
    }
    done<ClassifyImages>(answer);
  }
};

json sample() {
  Answered program;
  program.send(EngineProgress{EngineKind::kOrtWeb, 14, 15});
  program.act(SetTrace{std::uint8_t{9}});
  program.act(SetTemperature{2.0F});
  program.act(SetFilter{{.label = std::uint8_t{3},
                         .prediction = std::uint8_t{4},
                         .right = false,
                         .verdict = atelier::core::Verdict::kUnsure,
                         .least_confidence = 0.25F,
                         .most_confidence = 0.75F,
                         .sort = ExploreSort::kHighestLoss}});
  return told(program);
}

json drawing() {
  Answered program;
  program.act(SwitchStep{atelier::core::StepId::kToned, false});
  program.act(ClearDrawing{});
  program.act(ApplyStroke{broad_stroke()});
  program.answer(kNobodyKnows);
  program.answer_images();
  return told(program);
}

json suggestion() {
  Program program;
  ModelInfo sketch = model_named("sketch");
  sketch.reads_drawings = true;
  program.send(ModelsListed{{model_named("small"), sketch}, "small"});
  program.act(SelectModel{"small"});
  program.send(ModelLoaded{program.classifier.loads.back().token});
  program.act(ApplyStroke{broad_stroke()});
  program.answer(kNobodyKnows);
  return told(program);
}

json photo() {
  Answered program;
  program.act(OpenPhoto{"shirt.jpg", product_photo(95, 125)});
  program.act(CropPhoto{atelier::core::Rect{5, 6, 80, 90}});
  program.send(PhotoOpening{});
  program.send(PhotoRefused{"cat.txt", {ErrorCode::kNoPicture, "text/plain"}});
  return told(program);
}

json map() {
  Answered program;
  Explain explain;
  explain.settings.method = ExplanationMethod::kActivation;
  explain.settings.patch = 3;
  program.act(explain);
  ClassMaps maps{2, 3, {}, {}};
  for (int k = 0; k < 60; ++k) maps.values.push_back(static_cast<float>(k) / 7);
  maps.bias[kCoat] = 0.5F;
  program.done<ReadActivationMap>(maps);
  return told(program);
}

json neighbours() {
  Answered program;
  program.state.models[0].neighbours_bytes = 1'900'000;
  program.act(OpenWhy{WhyTopic::kNeighbours});
  program.send(
      NeighboursFound{program.neighbours.questions.back().token,
                      {{.number = 100, .label = 4, .degrees = 5.5F, .piece = 0, .place = 2},
                       {.number = 7, .label = 3, .degrees = 6, .piece = 1, .place = 1}},
                      12.5});
  program.send(TrainingPictures{program.neighbours.fetches.at(0).token,
                                std::vector<std::uint8_t>(60 * kPixelCount)});
  return told(program);
}

json inside() {
  Answered program;
  program.act(OpenWhy{WhyTopic::kInside});
  program.done<ReadLayers>(layers_read());
  program.act(SetInside{{.layer = 1, .cell = InsideCell{2, 3, 4}}});
  return told(program);
}

json change(bool known) {
  Answered program;
  program.act(OpenWhy{WhyTopic::kChange});
  program.act(SetChange{{.method = ChangeMethod::kManySteps, .target = kSneaker, .strength = 9}});
  if (!known) return told(program);
  FindChanges::Answer answer;
  for (int strength = 0; strength <= kMostStrength; ++strength) {
    answer.images.insert(answer.images.end(), kPixelCount, static_cast<std::uint8_t>(strength));
    const auto logits = logits_for(strength < 6 ? kCoat : kSneaker, 4);
    answer.logits.insert(answer.logits.end(), logits.begin(), logits.end());
  }
  FindChanges::judge(answer, kSneaker);
  program.done<FindChanges>(answer);
  return told(program);
}

json stress() {
  Answered program;
  program.act(OpenWhy{WhyTopic::kStress});
  program.answer_images();
  program.act(SetStress{{.shift_x = 1, .shift_y = -2, .turn = 90, .blur = 1, .seed = 7},
                        StressKind::kBlur});
  program.answer_images();
  program.answer_images();
  return told(program);
}

json report() {
  Evaluating program;
  program.evaluate({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9});
  program.evaluate({0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 0, 1}, EngineKind::kOrtWeb, 3);
  program.act(CompareWith{program.state.report.done.front().token});
  program.act(SelectCell{Cell{9, 8}});
  program.act(ShowReportSection{ReportSection::kDuplicates});
  program.act(FindPairs{PairSpace::kPixels});
  program.done<FindClosePairs>({12, {{3, 7, 21.5F}, {1, 2, 30}}});
  program.act(VoteOnLabel{5, Vote::kAgree});
  program.act(VoteOnLabel{11, Vote::kDisagree});
  return told(program);
}

json running_report() {
  Evaluating program;
  program.act(Evaluate{EngineKind::kAtelierNn});
  program.answers(0, {0, 1, 9});
  return told(program);
}

json own_model() {
  Answered program;
  program.send(OwnModelOpening{"mine.onnx"});
  OwnModelReady ready{.title = "mine.onnx",
                      .form = "float32 [N, 1, 28, 28], gives logits",
                      .bytes = 1'200'000,
                      .reading = {PixelRange::kUnit, true},
                      .scores = {},
                      .sha256 = "50f7"};
  ready.scores[3] = {150, 200};
  program.send(ready);
  program.send(OwnModelOpening{"other.onnx"});
  program.send(OwnModelProgress{OpeningStep::kTrial, 10, 20});
  return told(program);
}

json own_data() {
  Answered program;
  program.send(OwnDataDropped{
      {own_file("a.idx", idx_samples(7)), own_file("b.idx", idx_labels(7))}, {}, {}});
  program.act(RenameClass{2, "Jumper"});
  program.send(OwnDataRefused{"c.idx", {ErrorCode::kCannotRead, "gone"}});
  return told(program);
}

json failed() {
  Program program;
  program.send(DatasetFileFailed{DatasetFile::kImages,
                                 {ErrorCode::kNetwork, "said \"no\"\\\nat line 2\x02"}});
  program.send(OwnModelRefused{{ErrorCode::kOnnxTooNew, "IR 99"}});
  return told(program);
}

std::map<std::string, json> states() {
  return {{"nothing yet", told(Program())},
          {"a sample", sample()},
          {"a drawing", drawing()},
          {"a suggestion", suggestion()},
          {"a photo", photo()},
          {"where it looked", map()},
          {"neighbours", neighbours()},
          {"inside", inside()},
          {"a change, asked for", change(false)},
          {"a change", change(true)},
          {"stress", stress()},
          {"a report", report()},
          {"a report under way", running_report()},
          {"a model of one's own", own_model()},
          {"data of one's own", own_data()},
          {"failed", failed()}};
}

// ---- what is held against what ------------------------------------------------------------------

const std::string kRecorded = "tests/features/recorded/snapshots.json";

// Sentences: what they say may be said better, or in another language.
bool is_said(const std::string& key) {
  return key == "words" || key == "headline" || key == "message" || key == "use";
}

// Where `now` is not what was recorded, as a path; empty if it is nowhere.
std::string difference(const json& recorded, const json& now, const std::string& path) {
  if (recorded.is_number() && now.is_number()) {
    const double a = recorded.get<double>(), b = now.get<double>();
    return std::abs(a - b) <= 1e-5 * std::max(1.0, std::abs(a)) ? "" : path;
  }
  if (recorded.type() != now.type()) return path;
  if (recorded.is_object()) {
    for (const auto& [key, value] : recorded.items()) {
      if (!now.contains(key)) return path + "." + key;
      if (is_said(key) && value.is_string() && now.at(key).is_string()) continue;
      const std::string inside = difference(value, now.at(key), path + "." + key);
      if (!inside.empty()) return inside;
    }
    return "";
  }
  if (recorded.is_array()) {
    if (recorded.size() != now.size()) return path;
    for (std::size_t k = 0; k < recorded.size(); ++k) {
      const std::string inside =
          difference(recorded[k], now[k], path + "[" + std::to_string(k) + "]");
      if (!inside.empty()) return inside;
    }
    return "";
  }
  return recorded == now ? "" : path;
}

void record() {
  json all;
  for (const auto& [name, snapshot] : states()) all[name] = snapshot;
  std::ofstream file(kRecorded);
  const char* before = "{\n";
  for (const auto& [name, snapshot] : all.items()) {
    file << std::exchange(before, ",\n") << json(name) << ':' << snapshot;
  }
  file << "\n}\n";
}

}  // namespace

TEST_CASE("what snapshots have said they go on saying", "[app][snapshot]") {
  if (std::getenv("ATELIER_RECORD") != nullptr) record();
  std::ifstream file(kRecorded);
  REQUIRE(file);
  const json recorded = json::parse(file);
  const auto now = states();
  CHECK(recorded.size() == now.size());
  for (const auto& [name, snapshot] : now) {
    REQUIRE(recorded.contains(name));
    CHECK(difference(recorded.at(name), snapshot, name) == "");
  }
}
