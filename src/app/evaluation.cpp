// SPDX-License-Identifier: MIT
#include "app/evaluation.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace atelier::app {
namespace {

bool awaits(const State& state, Token token) {
  return state.report.running && state.report.running->token == token;
}

// Images of the selected cell, the most confident answer first.
void refresh_cell(State& state) {
  Report& report = state.report;
  report.cell_images.clear();
  const Evaluation* evaluation = shown_evaluation(state);
  if (!report.cell || evaluation == nullptr) return;
  const core::DatasetView& set = state.test_set.loader.view();
  const auto& answers = evaluation->answers;
  for (std::uint32_t index = 0; index < answers.size(); ++index) {
    const bool in_cell = answers[index].confidence > 0 &&
                         answers[index].label == report.cell->answer &&
                         set.label(index) == report.cell->label;
    if (in_cell) report.cell_images.push_back(index);
  }
  std::stable_sort(report.cell_images.begin(), report.cell_images.end(),
                   [&](std::uint32_t a, std::uint32_t b) {
                     return answers[a].confidence > answers[b].confidence;
                   });
}

void fail(State& state, core::Error error) {
  state.report.running.reset();
  state.report.error = std::move(error);
  refresh_cell(state);
}

// One image's answer. An error if it cannot be: no such image, or logits that are no numbers.
std::optional<core::Error> count_answer(State& state, std::size_t index,
                                        std::span<const float> logits) {
  Evaluation& evaluation = *state.report.running;
  const ModelInfo* model = find_model(state, evaluation.model_id);
  const auto label = state.test_set.loader.view().label(index);
  if (model == nullptr || !label || index >= evaluation.answers.size()) {
    return core::Error{core::ErrorCode::kEngineFailed, "an answer to an image that is not there"};
  }
  const auto prediction = core::judge(logits, model->temperature, model->thresholds, false);
  if (!prediction) return prediction.error();
  const auto& probabilities = prediction.value().probabilities;
  evaluation.metrics.add(*label, probabilities);
  const auto order = core::ranking(prediction.value().logits);
  const auto answer = static_cast<std::uint8_t>(order[0]);
  evaluation.answers[index] = {.label = answer,
                               .second = static_cast<std::uint8_t>(order[1]),
                               .verdict = prediction.value().verdict,
                               .confidence = probabilities[answer],
                               .loss = static_cast<float>(core::log_loss(probabilities[*label]))};
  std::copy(logits.begin(), logits.end(), &evaluation.logits[index * core::kClassCount]);
  return std::nullopt;
}

}  // namespace

void start_evaluation(State& state, EngineKind engine, Ports& ports) {
  if (!state.test_set.complete() || current_model(state) == nullptr) return;
  // What a visitor brings may be anything, and only ONNX Runtime runs that.
  if (current_model(state)->own) engine = EngineKind::kOrtWeb;
  cancel_evaluation(state, ports);
  state.report.error.reset();
  Evaluation evaluation{.token = ++state.last_token,
                        .engine = engine,
                        .model_id = state.engines.model_id,
                        .started_ms = ports.clock.now_ms(),
                        .metrics = {},
                        .answers = {},
                        .logits = {}};
  evaluation.answers.resize(state.test_set.loader.view().count());
  evaluation.logits.resize(evaluation.answers.size() * core::kClassCount);
  ports.jobs.evaluate(evaluation.token, engine, evaluation.model_id);
  state.report.running = std::move(evaluation);
  refresh_cell(state);
}

void cancel_evaluation(State& state, Ports& ports) {
  if (!state.report.running) return;
  ports.jobs.cancel(state.report.running->token);
  state.report.running.reset();
  refresh_cell(state);
}

void select_cell(State& state, std::optional<Cell> cell) {
  state.report.cell = cell;
  refresh_cell(state);
}

void on_event(State& state, const EvaluationLogits& event, Ports& ports) {
  if (!awaits(state, event.token)) return;
  Evaluation& evaluation = *state.report.running;
  evaluation.elapsed_ms = ports.clock.now_ms() - evaluation.started_ms;
  const std::span<const float> logits = event.logits;
  for (std::size_t k = 0; k < logits.size() / core::kClassCount; ++k) {
    const auto row = logits.subspan(k * core::kClassCount, core::kClassCount);
    auto error = count_answer(state, event.first + k, row);
    if (!error) continue;
    ports.jobs.cancel(event.token);
    fail(state, std::move(*error));
    return;
  }
}

void on_event(State& state, const EvaluationDone& event, const Clock& clock) {
  if (!awaits(state, event.token)) return;
  Report& report = state.report;
  Evaluation done = std::move(*report.running);
  report.running.reset();
  done.workers = event.workers;
  done.elapsed_ms = clock.now_ms() - done.started_ms;
  std::erase_if(report.done, [&](const Evaluation& other) {
    return other.engine == done.engine && other.model_id == done.model_id;
  });
  report.done.push_back(std::move(done));
  refresh_cell(state);
}

void on_event(State& state, const EvaluationFailed& event) {
  if (awaits(state, event.token)) fail(state, event.error);
}

}  // namespace atelier::app
