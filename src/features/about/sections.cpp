// SPDX-License-Identifier: MIT
#include "features/about/sections.hpp"

#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/data/words.hpp"
#include "features/models/words.hpp"

namespace atelier::app {
namespace {

std::string data_words(const State& state) {
  const TestSet& set = state.test_set;
  if (set.error) return say("about.unreadable");
  if (!set.complete()) return say("about.loading", {{"progress", progress_words(state)}});
  const std::string text = say("about.images", {{"count", set.loader.view().count()}}) + " ";
  if (set.own) {
    return text + say("about.own", {{"name", data_name(set)}, {"labelled", set.has_labels()}});
  }
  return text +
         (set.loader.is_official_test_set() ? say("about.official") : say("about.unofficial")) +
         " " + say("about.inflated", {{"time", milliseconds(set.decode_ms)}});
}

std::string models_words(const State& state) {
  if (state.models.empty()) return say("about.no-models");
  std::string text;
  for (const ModelInfo& model : state.models) {
    if (model.own) continue;  // it has a section of its own
    text += say("about.model", {{"model", model.title},
                                {"weights", size_words(model)},
                                {"size", byte_size(model.bytes)},
                                {"accuracy", exact_percent(model.test_accuracy)}});
    text += "\n";
  }
  return text + say("about.models-words");
}

std::string engines_words(const State& state) {
  std::string text = say("about.engines-words") + " ";
  const EngineKind answering = answering_engine(state);
  const EngineKind second = other(answering);
  if (state.engines[answering].phase == Engine::Phase::kReady) {
    text += say("about.engines-now", {{"answering", engine_title(answering)},
                                      {"other", engine_title(second)},
                                      {"state", engine_state_words(state, second)}});
    text += " ";
  }
  return text + agreement_words(state.engines.agreement);
}

}  // namespace

std::vector<AboutSection> about_sections(const State& state) {
  return {
      {say("about.what"), say("about.what-words")},
      {say("about.data"), data_words(state), AboutBelow::kOwnData},
      {say("about.models", {{"count", state.models.size()}}), models_words(state),
       AboutBelow::kModelSwitch},
      {say("about.own-model"), own_model_words(state), AboutBelow::kOwnModel},
      {say("about.engines"), engines_words(state), AboutBelow::kEngineSwitch},
      {say("about.unknown"), say("about.unknown-words")},
      {say("about.keys"), say("about.keys-words")},
      {say("about.sources"), say("about.sources-words")},
  };
}

}  // namespace atelier::app
