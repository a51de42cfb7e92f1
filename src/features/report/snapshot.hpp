// SPDX-License-Identifier: MIT
// features/report/snapshot.hpp: what a snapshot says of the report, and what a report says that is
// saved or that evaluate() gives.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "app/state.hpp"
#include "core/metrics.hpp"
#include "core/sha256.hpp"
#include "features/report/close_images.hpp"
#include "features/report/report.hpp"
#include "features/report/words.hpp"

namespace atelier::app {

[[nodiscard]] inline auto class_scores(const core::Metrics& metrics) {
  std::array<core::Metrics::ClassScore, core::kClassCount> scores;
  for (std::uint8_t label = 0; label < scores.size(); ++label) {
    scores[label] = metrics.class_score(label);
  }
  return scores;
}

template <class Fields>
void describe_class_score(Fields& f, const core::Metrics::ClassScore& score) {
  f("support", score.support, "images with this label");
  f("precision", score.precision);
  f("recall", score.recall);
  f("f1", score.f1);
  f("taken_for", score.taken_for, "the class that it is most often taken for, and how often");
  f("taken_count", score.taken_count);
}

// Of either report.
template <class Fields>
void describe_accuracy(Fields& f, const core::Metrics& metrics) {
  f("correct", metrics.correct());
  f("accuracy", metrics.accuracy());
}
template <class Fields>
void describe_scores(Fields& f, const core::Metrics& metrics) {
  f("confusion", metrics.confusion(), "[label][prediction]");
  f("log_loss", metrics.log_loss(), "of the calibrated probabilities, in nats");
  f("ece", metrics.calibration_error(), "expected calibration error, 15 bins");
  f("top2_accuracy", metrics.top2_accuracy());
  f("macro_f1", metrics.macro_f1());
}

// ---- the report that is shown -------------------------------------------------------------------

template <class Fields>
void describe_calibration(Fields& f, const Evaluation& evaluation) {
  f("temperature", evaluation.temperature);
  f("ece_before", evaluation.uncalibrated.calibration_error());
  f("ece_after", evaluation.metrics.calibration_error());
  f(
      "bins", evaluation.metrics.bins(),
      [&](const core::Metrics::Bin& bin) {
        const auto count = static_cast<double>(bin.count);
        f("count", bin.count);
        f("accuracy", bin.count == 0 ? 0 : static_cast<double>(bin.correct) / count);
        f("confidence", bin.count == 0 ? 0 : bin.confidence / count);
      },
      "15, after the temperature");
}

template <class Fields>
void describe_comparison(Fields& f, const Comparison& comparison) {
  f("first", comparison.first, "of evaluations, by id");
  f("second", comparison.second);
  f("both_right", comparison.both_right);
  f("only_first", comparison.only_first.size());
  f("only_second", comparison.only_second.size());
  f("both_wrong", comparison.both_wrong);
  f("p_value", comparison.test.p_value, "McNemar's test");
  f("words", comparison_words(comparison));
}

template <class Fields>
void describe_report(Fields& f, const State& state) {
  const Report& report = state.report;
  const CloseImages::Found* found = found_pairs(state);
  const auto pairs = found != nullptr ? std::span(found->pairs) : std::span<const core::Pair>();
  const auto first_of = [](const std::vector<std::uint32_t>& images) {
    constexpr std::size_t kMost = 100;
    return std::span(images).first(std::min(images.size(), kMost));
  };
  f(
      "report", shown_evaluation(state),
      [&](const Evaluation& evaluation) {
        const core::Metrics& metrics = evaluation.metrics;
        const auto interval = core::wilson_interval(metrics.correct(), metrics.count());
        f("id", evaluation.token);
        f("engine", evaluation.engine);
        f("model", evaluation.model_id);
        f("class_names", answer_names(state, evaluation.model_id), "of its answers");
        f("running", report.running.has_value());
        f("done", metrics.count(), "images answered so far; the measures are of these");
        f("count", evaluation.answers.size());
        f("ms", evaluation.elapsed_ms);
        f("section", report.section);
        describe_accuracy(f, metrics);
        f("interval", std::tuple(interval.low, interval.high), "low, high: 95 %, Wilson");
        describe_scores(f, metrics);
        f("classes", class_scores(metrics),
          [&](const core::Metrics::ClassScore& score) { describe_class_score(f, score); });
        f("calibration", [&] { describe_calibration(f, evaluation); });
        f("mistakes", first_of(report.mistakes), "images, the greatest loss first, 100 at most");
        f("doubtful", first_of(report.doubtful),
          "images that the model is sure are something else");
        f("cell",
          report.cell ? std::optional(std::tuple(report.cell->label, report.cell->answer))
                      : std::nullopt,
          "label, prediction");
        f("evaluations", report.done, [&](const Evaluation& each) {
          f("id", each.token);
          f("engine", each.engine);
          f("model", each.model_id);
          f("accuracy", each.metrics.accuracy());
        });
        f("comparison", report.comparison.first != 0 ? &report.comparison : nullptr,
          [&](const Comparison& comparison) { describe_comparison(f, comparison); });
        f("duplicates", [&] {
          f("in", report.close.shown);
          f("searching", report.close.search.has_value());
          f(
              "pairs", pairs,
              [](const core::Pair& pair) {
                return std::tuple(pair.first, pair.second, pair.distance);
              },
              "first, second, distance; the closest first");
        });
      },
      "what the report shows, one finished evaluation or the one that runs; null while nothing has "
      "been evaluated");
}

template <class Fields>
void describe_votes(Fields& f, const State& state) {
  f(
      "votes",
      [&] {
        f("kept", state.votes.kept, "the browser remembers them");
        f("by_image", state.votes.by_image);
      },
      "on labels");
}

// ---- the report that is given out ---------------------------------------------------------------

struct GivenReport {
  const TestSet& set;
  const core::Metrics& metrics;
  const ReportSource& source;
  std::string_view version;  // of the page
};

template <class Fields>
void describe_given_report(Fields& f, const GivenReport& report) {
  const ModelInfo& model = report.source.model;
  const auto hex = [](const std::optional<core::Sha256Digest>& digest) {
    return digest ? std::optional(core::to_hex(*digest)) : std::nullopt;
  };
  f("engine", report.source.engine);
  f("model", model.id);
  f("count", report.metrics.count());
  describe_accuracy(f, report.metrics);
  f("ms", report.source.elapsed_ms);
  f("workers", report.source.workers);
  describe_scores(f, report.metrics);
  f("classes", class_scores(report.metrics),
    [&](const core::Metrics::ClassScore& score, std::size_t label) {
      f("label", label);
      f("name", report.set.class_names[label]);
      describe_class_score(f, score);
    });
  f("version", report.version, "of the page");
  f("model_sha256", model.sha256.empty() ? std::nullopt : std::optional(model.sha256),
    "of the .onnx file");
  f(
      "dataset_sha256",
      [&] {
        f("images", hex(report.set.loader.images_sha256()));
        f("labels", hex(report.set.loader.labels_sha256()));
      },
      "of the files as they came");
}

}  // namespace atelier::app
