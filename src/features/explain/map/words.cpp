// SPDX-License-Identifier: MIT
#include "features/explain/map/words.hpp"

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
    return "Exact: the mean of these " + sides(map.rows, map.columns) + " cells, " +
           signed_number(map.mean) + ", and a bias of " + signed_number(map.bias) +
           " make the logit of " + name + ", " + signed_number(map.mean + map.bias) + ".";
  }
  const int patch = state.explanation.settings.patch;
  if (map.largest <= 0) return "Hiding parts of this picture changes nothing for " + name + ".";
  return "How far the logit of " + name + " falls when " + sides(patch, patch) +
         " pixels around a place are hidden: by " + decimals(static_cast<double>(map.largest), 1) +
         " at the strongest.";
}

}  // namespace

std::string signed_number(float number) {
  std::string text = decimals(static_cast<double>(number), 1);
  if (text == "-0.0") text = "0.0";
  return text[0] == '-' || text == "0.0" ? text : "+" + text;
}

std::string why_not_yet(const State& state, std::string_view without_engine) {
  switch (state.engines[EngineKind::kAtelierNn].phase) {
    case Engine::Phase::kFailed:
      return std::string(without_engine) + ", and it cannot run this model.";
    case Engine::Phase::kStarting:
      return "Loading the network.";
    case Engine::Phase::kReady:
      break;
  }
  return has_something_to_explain(state) ? "" : "Draw something, or pick an image.";
}

std::string explanation_words(const State& state) {
  const Explanation& explanation = state.explanation;
  if (!explanation.settings.method) return {};
  if (const auto map = shown_map(state)) return map_words(state, *map);
  std::string not_yet = why_not_yet(state, "No map: only Atelier's own engine makes them");
  if (!not_yet.empty()) return not_yet;
  if (explanation.in_flight) return "Hiding one part after the other ...";
  if (explanation.refusal) {
    return "This network has no exact map: it does not end in means and one layer. Occlusion works "
           "for any.";
  }
  return "Waiting for the answer.";
}

std::string speaks_against(const State& state, const ShownMap& map) {
  return "speaks against " + name_of(state, map.label);
}
std::string speaks_for(const State& state, const ShownMap& map) {
  return "speaks for " + name_of(state, map.label);
}

}  // namespace atelier::app
