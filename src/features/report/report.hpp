// SPDX-License-Identifier: MIT
// features/report/report.hpp: a model's answers to the whole test set, for people to keep and for
// scripts.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "app/ports.hpp"
#include "app/state.hpp"
#include "features/report/actions.hpp"

namespace atelier::app {

// Who gave the answers.
struct ReportSource {
  EngineKind engine{};
  const ModelInfo& model;
  double elapsed_ms{};
  std::uint32_t workers{};
};

// `logits` [N, 10] are the answers to images 0 .. N-1 of `set`; probabilities are
// softmax(logits / the model's temperature). A JSON object with the fields of the script
// interface's Report (README.md). Nothing if a logit is not finite or one of the images has no
// label.
[[nodiscard]] std::optional<std::string> report_json(const TestSet& set,
                                                     std::span<const float> logits,
                                                     const ReportSource& source);

// The same answers, a line an image: index, label, prediction and ten calibrated probabilities of
// six significant digits. With a line of headings; lines end as RFC 4180 wants them. Nothing in the
// same cases.
[[nodiscard]] std::optional<std::string> answers_csv(const core::DatasetView& set,
                                                     std::span<const float> logits,
                                                     float temperature);

// The evaluation that the report shows, as a file. Does nothing until it is complete.
void save_report(const State& state, ReportFormat format, FileSaver& saver);

// "report-small-atelier-nn.json": a name for what is saved of an evaluation.
[[nodiscard]] std::string report_file_name(std::string_view what, const Evaluation& evaluation,
                                           std::string_view extension);

}  // namespace atelier::app
