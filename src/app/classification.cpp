// SPDX-License-Identifier: MIT
#include "app/classification.hpp"

#include <utility>

namespace atelier::app {
namespace {

// An image of a sample is exactly what the network gets.
core::GrayImage image_of(std::span<const std::uint8_t> pixels) {
  return {28, 28, {pixels.begin(), pixels.end()}};
}

Token next_token(State& state) { return ++state.last_token; }

// The last answer goes as well: nothing will replace it when the input changes.
void fail(State& state, core::Error error) {
  state.engine.phase = Engine::Phase::kFailed;
  state.engine.error = std::move(error);
  state.answer.reset();
}

}  // namespace

void show_drawing(State& state) {
  Input& input = state.input;
  if (input.source != InputSource::kDrawing) input.first_version = input.version + 1;
  input.source = InputSource::kDrawing;
  input.index = state.drawing.sample_index();
  input.label = input.index ? state.test_set.loader.view().label(*input.index) : std::nullopt;
  state.steps = core::preprocess(state.drawing.raster(), state.drawing.framing());
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
  Engine& engine = state.engine;
  engine.phase = Engine::Phase::kStarting;
  engine.error.reset();
  engine.model_id = model_id;
  engine.load_in_flight = 0;
  engine.classify_in_flight = 0;
  state.answer.reset();
  if (current_model(state) == nullptr) {
    fail(state, {core::ErrorCode::kModelUnusable, "no model named " + engine.model_id});
    return;
  }
  engine.load_in_flight = next_token(state);
  ports.classifier.load(engine.load_in_flight, model_id);
}

bool is_classifying(const State& state) { return state.engine.classify_in_flight != 0; }

void request_answer(State& state, Ports& ports) {
  Engine& engine = state.engine;
  const bool engine_free = engine.phase == Engine::Phase::kReady && !is_classifying(state);
  const bool answered = state.answer && state.answer->input_version == state.input.version;
  if (!engine_free || answered || state.input.source == InputSource::kNone) return;
  engine.classify_in_flight = next_token(state);
  engine.input_in_flight = state.input.version;
  ports.classifier.classify(engine.classify_in_flight, state.input.seen.pixels);
}

void on_event(State& state, const ModelLoaded& event) {
  if (event.token != state.engine.load_in_flight) {
    ++state.engine.stale_answers;
    return;
  }
  state.engine.load_in_flight = 0;
  state.engine.phase = Engine::Phase::kReady;
}

void on_event(State& state, const ModelFailed& event) {
  if (event.token != state.engine.load_in_flight) {
    ++state.engine.stale_answers;
    return;
  }
  state.engine.load_in_flight = 0;
  fail(state, event.error);
}

void on_event(State& state, const Classified& event) {
  Engine& engine = state.engine;
  if (event.token != engine.classify_in_flight) {
    ++engine.stale_answers;
    return;
  }
  engine.classify_in_flight = 0;
  const ModelInfo* model = current_model(state);
  if (model == nullptr || state.input.source == InputSource::kNone) return;
  // While the brush moves this answers an input that is a frame old; it is shown all the same,
  // and `blank` is that of the newest input, so that a cleared canvas never keeps a garment's name.
  auto prediction =
      core::judge(event.logits, model->temperature, model->thresholds, state.input.blank);
  if (!prediction) {
    fail(state, prediction.error());
    return;
  }
  state.answer = Answer{prediction.value(), event.elapsed_ms, engine.input_in_flight};
}

void on_event(State& state, const ClassifyFailed& event) {
  Engine& engine = state.engine;
  if (event.token != engine.classify_in_flight) {
    ++engine.stale_answers;
    return;
  }
  engine.classify_in_flight = 0;
  fail(state, event.error);
}

}  // namespace atelier::app
