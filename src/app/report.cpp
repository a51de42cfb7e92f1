// SPDX-License-Identifier: MIT
#include "app/report.hpp"

#include <cassert>
#include <cstdint>

#include "app/json_writer.hpp"
#include "core/metrics.hpp"
#include "core/prediction.hpp"

namespace atelier::app {

std::optional<std::string> report_json(const core::DatasetView& dataset,
                                       std::span<const float> logits, float temperature) {
  assert(logits.size() % core::kClassCount == 0);
  core::Metrics metrics;
  for (std::size_t k = 0; k < logits.size() / core::kClassCount; ++k) {
    const auto label = dataset.label(k);
    const auto row = logits.subspan(k * core::kClassCount, core::kClassCount);
    const auto prediction = core::judge(row, temperature, {}, false);
    if (!label || !prediction) return std::nullopt;
    metrics.add(*label, prediction.value().probabilities);
  }

  JsonWriter json;
  json.begin_object();
  json.key("count").value(std::uint64_t{metrics.count()});
  json.key("correct").value(std::uint64_t{metrics.correct()});
  json.key("accuracy").value(metrics.accuracy());
  json.key("confusion").begin_array();
  for (const auto& answers : metrics.confusion()) {
    json.begin_array();
    for (const std::size_t count : answers) json.value(std::uint64_t{count});
    json.end_array();
  }
  json.end_array();
  json.key("log_loss").value(metrics.log_loss());
  json.key("ece").value(metrics.calibration_error());
  json.end_object();
  return json.text();
}

}  // namespace atelier::app
