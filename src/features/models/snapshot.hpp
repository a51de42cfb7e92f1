// SPDX-License-Identifier: MIT
// features/models/snapshot.hpp: what a snapshot says of models and engines.
#pragma once

#include <array>

#include "app/error_fields.hpp"
#include "app/state.hpp"

namespace atelier::app {

template <class Fields>
void describe_model(Fields& f, const State& state) {
  const ModelInfo* model = current_model(state);
  f("model", [&] {
    f("id", state.engines.model_id);
    f("parameters", model == nullptr ? 0 : model->parameters);
    f("automatic", chooses_by_input(state), "the page has chosen it by what it is to read");
    f("engine", answering_engine(state), "that answers now");
    f("class_names", answer_names(state), "of its answers");
  });
}

template <class Fields>
void describe_models(Fields& f, const State& state) {
  f("models", state.models, [&](const ModelInfo& model) {
    f("id", model.id);
    f("title", model.title);
    f("parameters", model.parameters);
    f("macs", model.macs, "multiply-adds for one image");
    f("bytes", model.bytes, "of the file");
    f("test_accuracy", model.test_accuracy, "0..1");
    f("reads_drawings", model.reads_drawings, "it was trained to");
  });
}

template <class Fields>
void describe_engines(Fields& f, const State& state) {
  f("engines", std::array{EngineKind::kAtelierNn, EngineKind::kOrtWeb},
    [&](const EngineKind& kind) {
      const Engine& engine = state.engines[kind];
      f("name", kind);
      f("phase", engine.phase);
      f("bytes", engine.transfer.bytes_received);
      f("bytes_total", engine.transfer.bytes_total);
      describe_error(f, "error", engine.error);
    });
  f(
      "agreement",
      [&] {
        f("inputs", state.engines.agreement.inputs);
        f("largest_difference", state.engines.agreement.largest_difference, "of a probability");
      },
      "of the two engines, over the inputs that both have answered");
}

template <class Fields>
void describe_own_model(Fields& f, const State& state) {
  const OwnModel& own = state.own_model;
  const ModelInfo* model = find_model(state, kOwnModelId);
  const auto once_ready = [&](auto value) {
    return model == nullptr ? std::nullopt : std::optional(value);
  };
  const ReadingScore& score = own.scores[own.reading.number()];
  f(
      "own_model",
      [&] {
        f("opening", own.opening ? std::optional(own.opening->step) : std::nullopt);
        describe_error(f, "error", own.error, "why the last file was refused, or the model broke");
        f("title", model == nullptr ? std::nullopt : std::optional(model->title),
          "null, and without what follows, until there is one");
        f.may("form", once_ready(own.form), "what it takes and gives");
        f.may("range", once_ready(own.reading.range));
        f.may("inverted", once_ready(own.reading.inverted));
        f.may("right", once_ready(score.right), "of the test images it was tried on");
        f.may("tried", once_ready(score.tried));
      },
      "the model that the visitor has brought, with the id 'own'");
}

}  // namespace atelier::app
