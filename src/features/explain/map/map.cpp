// SPDX-License-Identifier: MIT
#include "features/explain/map/map.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace atelier::app {
namespace {

// Of the map that is wanted, if that is made in this way.
std::optional<Explanation::Key> wanted_key(const State& state, ExplanationMethod method) {
  const ExplanationSettings& settings = state.explanation.settings;
  if (settings.method != method || !can_be_explained(state)) return std::nullopt;
  const bool patches = method == ExplanationMethod::kOcclusion;
  return Explanation::Key{patches ? settings.patch : 0, patches ? settings.stride : 0,
                          state.input.version, state.engines.model_id};
}

const ClassMaps* known_maps(const State& state) {
  const Explanation& explanation = state.explanation;
  if (const auto* maps =
          explanation.activation.answer(wanted_key(state, ExplanationMethod::kActivation))) {
    return maps;
  }
  return explanation.occlusion.answer(wanted_key(state, ExplanationMethod::kOcclusion));
}

}  // namespace

void request_explanation(State& state, Ports& ports) {
  Explanation& explanation = state.explanation;
  const auto picture = [&] { return picture_of(state.input.seen.pixels); };
  want(explanation.activation, wanted_key(state, ExplanationMethod::kActivation), state.last_token,
       ports.work, [&] { return ReadActivationMap::Question{picture()}; });
  const auto occlusion = wanted_key(state, ExplanationMethod::kOcclusion);
  want(explanation.occlusion, occlusion, state.last_token, ports.work, [&] {
    return FindOcclusionMap::Question{occlusion->patch, occlusion->stride, picture()};
  });
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
  const ClassMaps* map = known_maps(state);
  const auto label = explained_label(state);
  if (map == nullptr || !label) return std::nullopt;
  const std::size_t cells = map->values.size() / map->bias.size();
  ShownMap shown{.method = *state.explanation.settings.method,
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
