// SPDX-License-Identifier: MIT
#include "features/report/evaluation.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "features/data/words.hpp"
#include "features/report/events.hpp"
#include "features/report/views.hpp"

namespace atelier::app {
namespace {

bool awaits(const State& state, Token token) {
  return state.report.running && state.report.running->token == token;
}

void fail(State& state, core::Error error) {
  state.report.running.reset();
  state.report.error = std::move(error);
  refresh_report(state);
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
  const auto prediction = core::judge(logits, evaluation.temperature, model->thresholds, false);
  if (!prediction) return prediction.error();
  const auto& probabilities = prediction.value().probabilities;
  evaluation.metrics.add(*label, probabilities);
  evaluation.uncalibrated.add(*label, core::softmax(prediction.value().logits, 1));
  const auto order = core::ranking(prediction.value().logits);
  const auto answer = static_cast<std::uint8_t>(order[0]);
  evaluation.answers[index] = {.label = answer,
                               .second = static_cast<std::uint8_t>(order[1]),
                               .verdict = prediction.value().verdict,
                               .confidence = probabilities[answer],
                               .loss = static_cast<float>(core::log_loss(probabilities[*label]))};
  std::copy(logits.begin(), logits.end(), &evaluation.logits[index * core::kClassCount]);
  auto& tally = evaluation.verdicts[static_cast<std::size_t>(prediction.value().verdict)];
  ++tally.count;
  if (answer != *label) ++tally.wrong;
  return std::nullopt;
}

}  // namespace

void start_evaluation(State& state, EngineKind engine, Ports& ports) {
  const ModelInfo* model = photograph_reader(state);
  if (!state.test_set.complete() || model == nullptr) return;
  if (!state.test_set.has_labels()) {
    state.report.error = core::Error{core::ErrorCode::kNoLabels, data_name(state.test_set)};
    return;
  }
  // What a visitor brings may be anything, and only ONNX Runtime runs that.
  if (model->own) engine = EngineKind::kOrtWeb;
  cancel_evaluation(state, ports);
  state.report.error.reset();
  Evaluation evaluation{.token = ++state.last_token,
                        .engine = engine,
                        .model_id = model->id,
                        .temperature = model->temperature,
                        .started_ms = ports.clock.now_ms(),
                        .metrics = {},
                        .uncalibrated = {},
                        .answers = {},
                        .logits = {},
                        .verdicts = {},
                        .risks = {}};
  evaluation.answers.resize(state.test_set.loader.view().count());
  evaluation.logits.resize(evaluation.answers.size() * core::kClassCount);
  ports.evaluator.evaluate(evaluation.token, engine, evaluation.model_id);
  state.report.running = std::move(evaluation);
  refresh_report(state);
}

void cancel_evaluation(State& state, Ports& ports) {
  if (!state.report.running) return;
  ports.evaluator.cancel(state.report.running->token);
  state.report.running.reset();
  refresh_report(state);
}

void on(State& state, EvaluationLogits&& event, Ports& ports) {
  if (!awaits(state, event.token)) return;
  Evaluation& evaluation = *state.report.running;
  evaluation.elapsed_ms = ports.clock.now_ms() - evaluation.started_ms;
  const std::span<const float> logits = event.logits;
  for (std::size_t k = 0; k < logits.size() / core::kClassCount; ++k) {
    const auto row = logits.subspan(k * core::kClassCount, core::kClassCount);
    auto error = count_answer(state, event.first + k, row);
    if (!error) continue;
    ports.evaluator.cancel(event.token);
    fail(state, std::move(*error));
    return;
  }
}

void on(State& state, EvaluationDone&& event, Ports& ports) {
  if (!awaits(state, event.token)) return;
  Report& report = state.report;
  Evaluation done = std::move(*report.running);
  report.running.reset();
  done.workers = event.workers;
  done.elapsed_ms = ports.clock.now_ms() - done.started_ms;
  done.risks = risks(done, state.test_set.loader.view());
  std::erase_if(report.done, [&](const Evaluation& other) {
    return other.engine == done.engine && other.model_id == done.model_id;
  });
  report.chosen = done.token;
  report.done.push_back(std::move(done));
  refresh_report(state);
}

void on(State& state, EvaluationFailed&& event, Ports&) {
  if (awaits(state, event.token)) fail(state, event.error);
}

}  // namespace atelier::app
