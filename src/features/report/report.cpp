// SPDX-License-Identifier: MIT
#include "features/report/report.hpp"

#include <array>
#include <cassert>
#include <cstdio>
#include <utility>

#include "app/write_json.hpp"
#include "core/metrics.hpp"
#include "core/prediction.hpp"
#include "core/sha256.hpp"
#include "features/report/actions.hpp"
#include "features/report/snapshot.hpp"

namespace atelier::app {
namespace {

// Calls take(label, prediction) for each image. False if one has no label, or no prediction.
template <typename Take>
bool each_answer(const core::DatasetView& set, std::span<const float> logits, float temperature,
                 Take take) {
  assert(logits.size() % core::kClassCount == 0);
  for (std::size_t k = 0; k < logits.size() / core::kClassCount; ++k) {
    const auto label = set.label(k);
    const auto row = logits.subspan(k * core::kClassCount, core::kClassCount);
    const auto prediction = core::judge(row, temperature, {}, false);
    if (!label || !prediction) return false;
    take(*label, prediction.value());
  }
  return true;
}

}  // namespace

std::optional<std::string> report_json(const TestSet& set, std::span<const float> logits,
                                       const ReportSource& source) {
  const ModelInfo& model = source.model;
  core::Metrics metrics;
  const auto count = [&](std::uint8_t label, const core::Prediction& prediction) {
    metrics.add(label, prediction.probabilities);
  };
  if (!each_answer(set.loader.view(), logits, model.temperature, count)) return std::nullopt;

  WriteJson json;
  json.whole([&] { describe_given_report(json, {set, metrics, source, ATELIER_VERSION}); });
  return json.text();
}

std::optional<std::string> answers_csv(const core::DatasetView& set, std::span<const float> logits,
                                       float temperature) {
  std::string text = "index,label,prediction";
  for (std::size_t k = 0; k < core::kClassCount; ++k) text += ",probability_" + std::to_string(k);
  text += "\r\n";
  std::size_t index = 0;
  const auto line = [&](std::uint8_t label, const core::Prediction& prediction) {
    text += std::to_string(index++) + ',' + std::to_string(label) + ',' +
            std::to_string(prediction.label);
    for (const float probability : prediction.probabilities) {
      std::array<char, 24> number{};
      std::snprintf(number.data(), number.size(), ",%.6g", double{probability});
      text += number.data();
    }
    text += "\r\n";
  };
  if (!each_answer(set, logits, temperature, line)) return std::nullopt;
  return text;
}

void save_report(const State& state, ReportFormat format, FileSaver& saver) {
  const Evaluation* evaluation = shown_evaluation(state);
  if (evaluation == nullptr || state.report.running) return;
  const ModelInfo* model = find_model(state, evaluation->model_id);
  if (model == nullptr) return;
  const auto save = [&](const std::optional<std::string>& text, const char* what,
                        const char* extension, const char* mime_type) {
    if (!text) return;
    saver.save(report_file_name(what, *evaluation, extension), mime_type,
               std::as_bytes(std::span(*text)));
  };
  switch (format) {
    case ReportFormat::kCsv:
      return save(answers_csv(state.test_set.loader.view(), evaluation->logits, model->temperature),
                  "answers", "csv", "text/csv");
    case ReportFormat::kJson:
      return save(
          report_json(state.test_set, evaluation->logits,
                      {evaluation->engine, *model, evaluation->elapsed_ms, evaluation->workers}),
          "report", "json", "application/json");
  }
}

std::string report_file_name(std::string_view what, const Evaluation& evaluation,
                             std::string_view extension) {
  return std::string(what) + '-' + evaluation.model_id + '-' +
         std::string(name(evaluation.engine)) + '.' + std::string(extension);
}

}  // namespace atelier::app
