// SPDX-License-Identifier: MIT
#include "features/explain/map/words.hpp"

#include <cmath>

#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/data/class_names.hpp"

namespace atelier::app {
namespace {

const std::string& name_of(const State& state, std::uint8_t label) {
  return answer_names(state)[label];
}

std::string map_words(const State& state, const ShownMap& map) {
  const std::string& name = name_of(state, map.label);
  if (map.method == ExplanationMethod::kActivation) {
    return say("map.exact", {{"sides", sides(map.rows, map.columns)},
                             {"mean", signed_number(map.mean)},
                             {"bias", signed_number(map.bias)},
                             {"name", name},
                             {"logit", signed_number(map.mean + map.bias)}});
  }
  const int patch = state.explanation.settings.patch;
  if (map.largest <= 0) return say("map.nothing", {{"name", name}});
  return say("map.falls", {{"name", name},
                           {"sides", sides(patch, patch)},
                           {"largest", decimals(static_cast<double>(map.largest), 1)}});
}

}  // namespace

std::string signed_number(float number) {
  const double value = std::round(10 * static_cast<double>(number)) / 10;
  if (value == 0) return decimals(0, 1);
  return (value > 0 ? "+" : "") + decimals(static_cast<double>(number), 1);
}

std::string why_not_yet(const State& state, Key without_engine) {
  switch (state.engines[EngineKind::kAtelierNn].phase) {
    case Engine::Phase::kFailed:
      return say(without_engine);
    case Engine::Phase::kStarting:
      return say("not-yet.loading");
    case Engine::Phase::kReady:
      break;
  }
  return has_something_to_explain(state) ? "" : say("not-yet.nothing");
}

std::string explanation_words(const State& state) {
  const Explanation& explanation = state.explanation;
  if (!explanation.settings.method) return {};
  if (const auto map = shown_map(state)) return map_words(state, *map);
  std::string not_yet = why_not_yet(state, "map.no-engine");
  if (!not_yet.empty()) return not_yet;
  if (explanation.in_flight) return say("map.hiding");
  return explanation.refusal ? say("map.none-exact") : say("map.waiting");
}

std::string speaks_against(const State& state, const ShownMap& map) {
  return say("map.against", {{"name", name_of(state, map.label)}});
}
std::string speaks_for(const State& state, const ShownMap& map) {
  return say("map.for", {{"name", name_of(state, map.label)}});
}

}  // namespace atelier::app
