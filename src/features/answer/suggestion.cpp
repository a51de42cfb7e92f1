// SPDX-License-Identifier: MIT
#include "features/answer/suggestion.hpp"

#include "app/say.hpp"
#include "app/state.hpp"

namespace atelier::app {
namespace {

bool could_help(const State& state) {
  const Input& input = state.input;
  const bool drawn = input.source == InputSource::kDrawing && !input.index && !input.blank;
  const ModelInfo* model = current_model(state);
  // A visitor's model may know other classes.
  const bool is_worse = model != nullptr && !model->own && !model->reads_drawings;
  return drawn && is_worse && drawing_reader(state) != nullptr;
}

bool is_doubtful(core::Verdict verdict) {
  return verdict == core::Verdict::kUnfamiliar || verdict == core::Verdict::kUnsure;
}

}  // namespace

std::optional<Suggestion> suggestion(const State& state) {
  const ModelInfo* model = state.suggests_model ? drawing_reader(state) : nullptr;
  if (model == nullptr) return std::nullopt;
  const std::string name = model_name(*model);
  return Suggestion{model->id, say("suggestion.sentence", {{"model", name}}),
                    say("suggestion.short", {{"model", name}}),
                    say("suggestion.use", {{"model", name}})};
}

void follow_suggestion(State& state) {
  if (!could_help(state)) {
    state.suggests_model = false;
    return;
  }
  const bool answered = state.answer && state.answer->input_version == state.input.version;
  if (state.drawing.is_changing() || !answered) return;
  state.suggests_model = is_doubtful(state.answer->prediction.verdict);
}

}  // namespace atelier::app
