// SPDX-License-Identifier: MIT
#include "features/models/own_model.hpp"

#include <algorithm>
#include <utility>

#include "features/answer/classification.hpp"
#include "features/models/events.hpp"
#include "features/models/model_choice.hpp"
#include "features/report/evaluation.hpp"
#include "features/report/views.hpp"

namespace atelier::app {
namespace {

bool answers(const State& state) { return state.engines.model_id == kOwnModelId; }

// Its reports as well, the one under way included.
void forget_answers(State& state, Ports& ports) {
  const auto is_own = [](const Evaluation& evaluation) {
    return evaluation.model_id == kOwnModelId;
  };
  if (state.report.running && is_own(*state.report.running)) cancel_evaluation(state, ports);
  std::erase_if(state.report.done, is_own);
  refresh_report(state);
}

void remove_from_list(State& state) {
  std::erase_if(state.models, [](const ModelInfo& model) { return model.own; });
}

}  // namespace

void read_own_model(State& state, Reading reading, Ports& ports) {
  OwnModel& own = state.own_model;
  if (find_model(state, kOwnModelId) == nullptr || own.scores[reading.number()].tried == 0) return;
  own.reading = reading;
  ports.visitor.read_own_model(reading);
  forget_answers(state, ports);
  if (answers(state)) request_model(state, kOwnModelId, ports);
}

void cancel_opening(State& state, Ports& ports) {
  if (!state.own_model.opening) return;
  state.own_model.opening.reset();
  ports.visitor.cancel_opening();
}

void on(State& state, OwnModelOpening&& event, Ports&) {
  state.own_model.error.reset();
  state.own_model.is_news = false;
  state.own_model.opening = OwnModel::Opening{.title = event.title, .progress = {}};
}

void on(State& state, OwnModelProgress&& event, Ports&) {
  auto& opening = state.own_model.opening;
  if (!opening) return;
  opening->step = event.step;
  opening->progress = {event.done, event.total};
}

void on(State& state, OwnModelReady&& event, Ports& ports) {
  OwnModel& own = state.own_model;
  forget_answers(state, ports);
  remove_from_list(state);
  own.opening.reset();
  own.error.reset();
  own.is_news = true;
  own.form = event.form;
  own.reading = event.reading;
  own.scores = event.scores;
  state.models.push_back({.id = std::string(kOwnModelId),
                          .title = event.title,
                          .sha256 = event.sha256,
                          .parameters = 0,
                          .macs = 0,
                          .bytes = event.bytes,
                          .test_accuracy = 0,
                          .temperature = 1.0F,
                          .thresholds = {},
                          .own = true});
  choose_model(state, std::string(kOwnModelId), ports);
}

void on(State& state, OwnModelRefused&& event, Ports&) {
  OwnModel& own = state.own_model;
  own.refused_title = own.opening ? own.opening->title : std::string();
  own.opening.reset();
  own.error = event.error;
}

void on(State& state, OwnModelLost&& event, Ports& ports) {
  const ModelInfo* model = find_model(state, kOwnModelId);
  if (model == nullptr) return;
  OwnModel& own = state.own_model;
  own.refused_title = model->title;
  own.error = event.error;
  own.is_news = false;
  forget_answers(state, ports);
  remove_from_list(state);
  if (state.engines.chosen_model_id == kOwnModelId) choose_model(state, std::nullopt, ports);
}

void leave_broken_own_model(State& state, Ports& ports) {
  const Engine& ort = state.engines[EngineKind::kOrtWeb];
  if (!answers(state) || ort.phase != Engine::Phase::kFailed) return;
  ports.visitor.forget_own_model();
  on(state, OwnModelLost{*ort.error}, ports);
}

}  // namespace atelier::app
