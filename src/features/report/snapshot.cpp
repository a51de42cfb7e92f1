// SPDX-License-Identifier: MIT
#include "features/report/snapshot.hpp"

#include <algorithm>

#include "features/report/close_images.hpp"
#include "features/report/words.hpp"

namespace atelier::app {
namespace {

void write_scores(JsonWriter& json, const core::Metrics& metrics) {
  const core::Interval interval = core::wilson_interval(metrics.correct(), metrics.count());
  json.key("correct").value(static_cast<std::uint64_t>(metrics.correct()));
  json.key("accuracy").value(metrics.accuracy());
  json.key("interval").begin_array().value(interval.low).value(interval.high).end_array();
  json.key("top2_accuracy").value(metrics.top2_accuracy());
  json.key("macro_f1").value(metrics.macro_f1());
  json.key("log_loss").value(metrics.log_loss());
  json.key("ece").value(metrics.calibration_error());
}

void write_confusion(JsonWriter& json, const core::Metrics& metrics) {
  json.key("confusion").begin_array();
  for (const auto& answers : metrics.confusion()) {
    json.begin_array();
    for (const std::size_t count : answers) json.value(std::uint64_t{count});
    json.end_array();
  }
  json.end_array();
}

void write_classes(JsonWriter& json, const core::Metrics& metrics) {
  json.key("classes").begin_array();
  for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
    const core::Metrics::ClassScore score = metrics.class_score(label);
    json.begin_object();
    json.key("support").value(static_cast<std::uint64_t>(score.support));
    json.key("recall").value(score.recall);
    json.key("precision").value(score.precision);
    json.key("f1").value(score.f1);
    json.key("taken_for");
    score.taken_for ? json.value(*score.taken_for) : json.null();
    json.key("taken_count").value(static_cast<std::uint64_t>(score.taken_count));
    json.end_object();
  }
  json.end_array();
}

void write_calibration(JsonWriter& json, const Evaluation& evaluation) {
  json.key("calibration").begin_object();
  json.key("temperature").value(evaluation.temperature);
  json.key("ece_before").value(evaluation.uncalibrated.calibration_error());
  json.key("ece_after").value(evaluation.metrics.calibration_error());
  json.key("bins").begin_array();
  for (const core::Metrics::Bin& bin : evaluation.metrics.bins()) {
    const auto count = static_cast<double>(bin.count);
    json.begin_object();
    json.key("count").value(static_cast<std::uint64_t>(bin.count));
    json.key("accuracy").value(bin.count == 0 ? 0 : static_cast<double>(bin.correct) / count);
    json.key("confidence").value(bin.count == 0 ? 0 : bin.confidence / count);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_images(JsonWriter& json, const char* key, const std::vector<std::uint32_t>& images) {
  constexpr std::size_t kMost = 100;
  json.key(key).begin_array();
  for (std::size_t k = 0; k < std::min(images.size(), kMost); ++k) json.value(images[k]);
  json.end_array();
}

void write_comparison(JsonWriter& json, const Comparison& comparison) {
  json.key("comparison");
  if (comparison.first == 0) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("first").value(comparison.first);
  json.key("second").value(comparison.second);
  json.key("both_right").value(static_cast<std::uint64_t>(comparison.both_right));
  json.key("only_first").value(static_cast<std::uint64_t>(comparison.only_first.size()));
  json.key("only_second").value(static_cast<std::uint64_t>(comparison.only_second.size()));
  json.key("both_wrong").value(static_cast<std::uint64_t>(comparison.both_wrong));
  json.key("p_value").value(comparison.test.p_value);
  json.key("words").value(comparison_words(comparison));
  json.end_object();
}

void write_close_images(JsonWriter& json, const State& state) {
  const CloseImages& close = state.report.close;
  json.key("duplicates").begin_object();
  json.key("in").value(name(close.shown));
  json.key("searching").value(pairs_share(state).has_value());
  json.key("pairs").begin_array();
  if (const auto* pairs = found_pairs(state)) {
    for (const core::Pair& pair : *pairs) {
      json.begin_array().value(pair.first).value(pair.second).value(pair.distance).end_array();
    }
  }
  json.end_array();
  json.end_object();
}

}  // namespace

void write_report(JsonWriter& json, const State& state) {
  const Evaluation* evaluation = shown_evaluation(state);
  if (evaluation == nullptr) {
    json.null();
    return;
  }
  const Report& report = state.report;
  json.begin_object();
  json.key("id").value(evaluation->token);
  json.key("engine").value(name(evaluation->engine));
  json.key("model").value(evaluation->model_id);
  json.key("class_names").begin_array();
  for (const std::string& each : answer_names(state, evaluation->model_id)) json.value(each);
  json.end_array();
  json.key("running").value(report.running.has_value());
  json.key("done").value(static_cast<std::uint64_t>(evaluation->metrics.count()));
  json.key("count").value(static_cast<std::uint64_t>(evaluation->answers.size()));
  json.key("ms").value(evaluation->elapsed_ms);
  json.key("section").value(name(report.section));
  write_scores(json, evaluation->metrics);
  write_confusion(json, evaluation->metrics);
  write_classes(json, evaluation->metrics);
  write_calibration(json, *evaluation);
  write_images(json, "mistakes", report.mistakes);
  write_images(json, "doubtful", report.doubtful);
  json.key("cell");
  if (report.cell) {
    json.begin_array().value(report.cell->label).value(report.cell->answer).end_array();
  } else {
    json.null();
  }
  json.key("evaluations").begin_array();
  for (const Evaluation& each : report.done) {
    json.begin_object();
    json.key("id").value(each.token);
    json.key("engine").value(name(each.engine));
    json.key("model").value(each.model_id);
    json.key("accuracy").value(each.metrics.accuracy());
    json.end_object();
  }
  json.end_array();
  write_comparison(json, report.comparison);
  write_close_images(json, state);
  json.end_object();
}

}  // namespace atelier::app
