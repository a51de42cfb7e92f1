// SPDX-License-Identifier: MIT
#include "features/explain/map/map.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "features/explain/map/events.hpp"

namespace atelier::app {
namespace {

std::optional<Explanation::Question> wanted_question(const State& state) {
  const ExplanationSettings& settings = state.explanation.settings;
  const bool possible = settings.method && can_be_explained(state);
  if (!possible) return std::nullopt;
  const bool patches = settings.method == ExplanationMethod::kOcclusion;
  return Explanation::Question{*settings.method, patches ? settings.patch : 0,
                               patches ? settings.stride : 0, state.input.version,
                               state.engines.model_id};
}

template <typename Known>
bool is_about(const std::optional<Known>& known, const Explanation::Question& question) {
  return known && known->question == question;
}

// What was asked for with this token, which is then under way no more.
std::optional<Explanation::Question> take_question(State& state, Token token) {
  auto& in_flight = state.explanation.in_flight;
  if (!in_flight || in_flight->token != token) return std::nullopt;
  const Explanation::Question question = in_flight->question;
  in_flight.reset();
  return question;
}

}  // namespace

void request_explanation(State& state, Ports& ports) {
  Explanation& explanation = state.explanation;
  const auto wanted = wanted_question(state);
  if (explanation.in_flight && (!wanted || !is_about(explanation.in_flight, *wanted))) {
    ports.explainer.cancel();
    explanation.in_flight.reset();
  }
  if (!wanted || explanation.in_flight || is_about(explanation.map, *wanted) ||
      is_about(explanation.refusal, *wanted)) {
    return;
  }
  explanation.in_flight = {++state.last_token, *wanted};
  ports.explainer.explain(explanation.in_flight->token, wanted->method, wanted->patch,
                          wanted->stride, state.input.seen.pixels);
}

void on(State& state, Explained&& event, Ports&) {
  const auto question = take_question(state, event.token);
  if (!question) return;
  state.explanation.map =
      Explanation::Map{*question, event.rows, event.columns, event.values, event.bias};
}

void on(State& state, ExplainFailed&& event, Ports&) {
  const auto question = take_question(state, event.token);
  if (question) state.explanation.refusal = {*question, event.error};
}

bool has_something_to_explain(const State& state) {
  return state.input.source != InputSource::kNone && !state.input.blank;
}

bool can_be_explained(const State& state) {
  return has_something_to_explain(state) &&
         state.engines[EngineKind::kAtelierNn].phase == Engine::Phase::kReady;
}

std::optional<std::uint8_t> explained_label(const State& state) {
  if (state.explanation.settings.label) return state.explanation.settings.label;
  const Answer* answer = current_answer(state);
  if (answer == nullptr) return std::nullopt;
  return static_cast<std::uint8_t>(answer->prediction.label);
}

std::optional<ShownMap> shown_map(const State& state) {
  const auto wanted = wanted_question(state);
  const auto& map = state.explanation.map;
  const auto label = explained_label(state);
  if (!wanted || !label || !is_about(map, *wanted)) return std::nullopt;
  const std::size_t cells = map->values.size() / map->bias.size();
  ShownMap shown{.method = wanted->method,
                 .label = *label,
                 .rows = map->rows,
                 .columns = map->columns,
                 .values = std::span(map->values).subspan(*label * cells, cells),
                 .bias = map->bias[*label]};
  for (const float value : shown.values) shown.largest = std::max(shown.largest, std::abs(value));
  shown.mean =
      std::accumulate(shown.values.begin(), shown.values.end(), 0.0F) / static_cast<float>(cells);
  return shown;
}

}  // namespace atelier::app
