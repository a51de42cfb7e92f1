// SPDX-License-Identifier: MIT
#include "features/explain/altered.hpp"

#include <utility>

#include "features/explain/change/change.hpp"
#include "features/explain/stress/stress.hpp"

namespace atelier::app {
namespace {

std::optional<core::Prediction> prediction_of(const State& state, const core::ClassScores& logits) {
  const ModelInfo* model = current_model(state);
  if (model == nullptr) return std::nullopt;
  const auto prediction = core::judge(logits, model->temperature, model->thresholds, false);
  if (!prediction) return std::nullopt;
  return core::at_temperature(prediction.value(), shown_temperature(state), model->temperature,
                              model->thresholds);
}

std::optional<Altered> changed(const State& state) {
  const Changes* changes = known_changes(state);
  if (changes == nullptr) return std::nullopt;
  const int strength = shown_strength(state, *changes);
  if (strength == 0) return std::nullopt;
  const auto pixels = changed_picture(*changes, strength);
  return Altered{"changed",
                 {core::kSampleSide, core::kSampleSide, {pixels.begin(), pixels.end()}},
                 prediction_of(state, changed_logits(*changes, strength))};
}

std::optional<Altered> stressed(const State& state) {
  auto picture = stressed_picture(state);
  if (!picture) return std::nullopt;
  const auto logits = stressed_logits(state);
  return Altered{"distorted", std::move(*picture),
                 logits ? prediction_of(state, *logits) : std::nullopt};
}

}  // namespace

std::optional<Altered> altered_picture(const State& state) {
  if (auto altered = changed(state)) return altered;
  return stressed(state);
}

}  // namespace atelier::app
