// SPDX-License-Identifier: MIT
#include "features/answer/classification.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "features/answer/actions.hpp"
#include "features/answer/events.hpp"

namespace atelier::app {
namespace {

// An image of a sample is exactly what the network gets.
core::GrayImage image_of(std::span<const std::uint8_t> pixels) {
  return {28, 28, {pixels.begin(), pixels.end()}};
}

Token next_token(State& state) { return ++state.last_token; }

Engine* engine_waiting_for(State& state, Token Engine::*request, Token token) {
  for (Engine& engine : state.engines.each) {
    if (token != 0 && engine.*request == token) return &engine;
  }
  ++state.engines.stale_answers;
  return nullptr;
}

EngineKind kind_of(const State& state, const Engine& engine) {
  return static_cast<EngineKind>(&engine - state.engines.each.data());
}

bool has_answered(const State& state, EngineKind kind) {
  const auto& answer = state.engines[kind].answer;
  return answer && answer->input_version == state.input.version;
}

// For when another engine takes over, which may have answered already, to be compared.
void show_its_answer(State& state) {
  const EngineKind answering = answering_engine(state);
  if (has_answered(state, answering)) state.answer = state.engines[answering].answer;
}

// Its last answer goes as well: nothing would replace it when the input changes.
void fail(State& state, Engine& engine, core::Error error) {
  engine.phase = Engine::Phase::kFailed;
  engine.error = std::move(error);
  engine.answer.reset();
  if (state.answer && state.answer->engine == kind_of(state, engine)) state.answer.reset();
  show_its_answer(state);
}

void ask(State& state, EngineKind kind, Ports& ports) {
  Engine& engine = state.engines[kind];
  const bool free = engine.phase == Engine::Phase::kReady && engine.classify_in_flight == 0;
  if (!free || has_answered(state, kind)) return;
  engine.classify_in_flight = next_token(state);
  engine.input_in_flight = state.input.version;
  ports.classifier(kind).classify(engine.classify_in_flight, state.input.seen.pixels);
}

core::Prediction at_shown_temperature(const State& state, const core::Prediction& prediction) {
  const ModelInfo* model = current_model(state);
  if (model == nullptr) return prediction;
  return core::at_temperature(prediction, shown_temperature(state), model->temperature,
                              model->thresholds);
}

// Called once both have answered the same input.
void compare(Agreement& agreement, const core::Prediction& one, const core::Prediction& two) {
  ++agreement.inputs;
  for (std::size_t k = 0; k < one.probabilities.size(); ++k) {
    const float difference = std::abs(one.probabilities[k] - two.probabilities[k]);
    agreement.largest_difference = std::max(agreement.largest_difference, difference);
  }
}

}  // namespace

void show_drawing(State& state) {
  Input& input = state.input;
  if (input.source != InputSource::kDrawing) input.first_version = input.version + 1;
  input.source = InputSource::kDrawing;
  input.index = state.drawing.sample_index();
  input.label = input.index ? state.test_set.loader.view().label(*input.index) : std::nullopt;
  state.steps = core::preprocess(state.drawing.raster(), state.drawing.framing(), state.preprocess);
  input.seen = state.steps.seen();
  input.blank = state.steps.blank;
  ++input.version;
}

void show_sample(State& state, std::uint32_t index) {
  Input& input = state.input;
  input.source = InputSource::kSample;
  input.index = index;
  input.label = state.test_set.loader.view().label(index);
  input.seen = image_of(state.test_set.loader.view().image(index));
  input.blank = false;
  input.first_version = ++input.version;
}

void request_model(State& state, std::string_view model_id, Ports& ports) {
  Engines& engines = state.engines;
  engines.model_id = model_id;
  engines.agreement = {};
  state.answer.reset();
  for (const EngineKind kind : {EngineKind::kAtelierNn, EngineKind::kOrtWeb}) {
    engines[kind].answer.reset();
    engines[kind].transfer = {};
    load_engine(state, kind, ports);
  }
}

void load_engine(State& state, EngineKind kind, Ports& ports) {
  Engine& engine = state.engines[kind];
  engine.phase = Engine::Phase::kStarting;
  engine.error.reset();
  engine.load_in_flight = 0;
  engine.classify_in_flight = 0;
  state.engines.notice_dismissed = false;
  if (current_model(state) == nullptr) {
    fail(state, engine,
         {core::ErrorCode::kModelUnusable, "no model named " + state.engines.model_id});
    return;
  }
  if (ports.classifier(kind).use(state.engines.model_id)) {
    engine.phase = Engine::Phase::kReady;
    return;
  }
  engine.load_in_flight = next_token(state);
  ports.classifier(kind).load(engine.load_in_flight, state.engines.model_id);
}

void select_engine(State& state, EngineKind kind) {
  state.engines.wanted = kind;
  show_its_answer(state);
}

void set_temperature(State& state, std::optional<float> temperature) {
  if (temperature) {
    temperature = std::clamp(*temperature, kLeastTemperature, kGreatestTemperature);
  }
  state.temperature = temperature;
  const auto follow = [&](std::optional<Answer>& answer) {
    if (answer) answer->prediction = at_shown_temperature(state, answer->prediction);
  };
  follow(state.answer);
  for (Engine& engine : state.engines.each) follow(engine.answer);
}

bool is_classifying(const State& state) {
  return state.engines[answering_engine(state)].classify_in_flight != 0;
}

void request_answer(State& state, Ports& ports) {
  if (state.input.source == InputSource::kNone) return;
  const EngineKind answering = answering_engine(state);
  ask(state, answering, ports);
  // The other one is asked as well, once the input has come to rest, to compare the two.
  if (has_answered(state, answering)) ask(state, other(answering), ports);
}

void on(State& state, ModelLoaded&& event, Ports&) {
  Engine* engine = engine_waiting_for(state, &Engine::load_in_flight, event.token);
  if (engine == nullptr) return;
  engine->load_in_flight = 0;
  engine->phase = Engine::Phase::kReady;
}

void on(State& state, ModelFailed&& event, Ports&) {
  Engine* engine = engine_waiting_for(state, &Engine::load_in_flight, event.token);
  if (engine == nullptr) return;
  engine->load_in_flight = 0;
  fail(state, *engine, event.error);
}

void on(State& state, Classified&& event, Ports&) {
  Engine* engine = engine_waiting_for(state, &Engine::classify_in_flight, event.token);
  if (engine == nullptr) return;
  engine->classify_in_flight = 0;
  const ModelInfo* model = current_model(state);
  if (model == nullptr || state.input.source == InputSource::kNone) return;
  // While the brush moves this answers an input that is a frame old; it is shown all the same,
  // and `blank` is that of the newest input, so that a cleared canvas never keeps a garment's name.
  auto prediction =
      core::judge(event.logits, model->temperature, model->thresholds, state.input.blank);
  if (!prediction) {
    fail(state, *engine, prediction.error());
    return;
  }
  const EngineKind kind = kind_of(state, *engine);
  engine->answer = Answer{at_shown_temperature(state, prediction.value()), event.elapsed_ms,
                          engine->input_in_flight, kind, model->id};
  if (kind == answering_engine(state)) state.answer = engine->answer;
  const auto& compared = state.engines[other(kind)].answer;
  if (compared && compared->input_version == engine->answer->input_version) {
    compare(state.engines.agreement, engine->answer->prediction, compared->prediction);
  }
}

void on(State& state, ClassifyFailed&& event, Ports&) {
  Engine* engine = engine_waiting_for(state, &Engine::classify_in_flight, event.token);
  if (engine == nullptr) return;
  engine->classify_in_flight = 0;
  fail(state, *engine, event.error);
}

void on(State& state, SetTemperature&& action, Ports&) {
  set_temperature(state, action.temperature);
}

}  // namespace atelier::app
