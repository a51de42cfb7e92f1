// SPDX-License-Identifier: MIT
#include "features/explain/alteration_snapshot.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

#include "features/explain/altered.hpp"
#include "features/explain/change/change.hpp"
#include "features/explain/change/words.hpp"
#include "features/explain/stress/stress.hpp"
#include "features/explain/stress/words.hpp"

namespace atelier::app {
namespace {

void write_optional(JsonWriter& json, std::string_view key, std::optional<std::uint8_t> number) {
  json.key(key);
  number ? json.value(*number) : json.null();
}

void write_strength(JsonWriter& json, std::string_view key, std::optional<int> strength) {
  json.key(key);
  strength ? json.value(static_cast<std::uint32_t>(*strength)) : json.null();
}

// The altered picture, and what is answered to it.
void write_altered(JsonWriter& json, const State& state, const std::optional<Altered>& altered) {
  json.key("pixels").begin_array();
  if (altered) {
    for (const std::uint8_t pixel : altered->picture.pixels) json.value(pixel);
  }
  json.end_array();
  json.key("prediction");
  if (!altered || !altered->prediction) {
    json.null();
    return;
  }
  const core::Prediction& prediction = *altered->prediction;
  json.begin_object();
  json.key("label").value(static_cast<std::uint64_t>(prediction.label));
  json.key("name").value(answer_names(state)[static_cast<std::size_t>(prediction.label)]);
  json.key("probabilities").begin_array();
  for (const float probability : prediction.probabilities) json.value(probability);
  json.end_array();
  json.key("verdict").value(name(prediction.verdict));
  json.end_object();
}

void write_strengths(JsonWriter& json, const State& state, const Changes& changes) {
  json.key("strengths").begin_array();
  for (int strength = 0; strength <= kMostStrength; ++strength) {
    const core::ClassScores probabilities = changed_probabilities(state, changes, strength);
    const int label = core::ranking(changed_logits(changes, strength))[0];
    json.begin_object();
    json.key("strength").value(static_cast<std::uint32_t>(strength));
    json.key("label").value(static_cast<std::uint32_t>(label));
    json.key("before").value(probabilities[changes.label]);
    json.key("rival").value(probabilities[changes.rival]);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void write_change(JsonWriter& json, const State& state) {
  json.key("change");
  if (state.why != WhyTopic::kChange) {
    json.null();
    return;
  }
  const ChangeSettings& settings = state.change.settings;
  const Changes* changes = known_changes(state);
  json.begin_object();
  json.key("method").value(name(settings.method));
  write_optional(json, "target", settings.target);
  json.key("known").value(changes != nullptr);
  if (changes != nullptr) {
    write_strength(json, "strength", shown_strength(state, *changes));
    write_strength(json, "least", changes->least);
    write_optional(json, "label", changes->label);
    write_optional(json, "rival", changes->rival);
    write_strengths(json, state, *changes);
  } else {
    write_strength(json, "strength", settings.strength);
    for (const char* key : {"least", "label", "rival"}) json.key(key).null();
    json.key("strengths").begin_array().end_array();
  }
  write_altered(json, state, altered_picture(state));
  json.key("words").value(change_words(state));
  json.end_object();
}

void write_stress(JsonWriter& json, const State& state) {
  json.key("stress");
  if (state.why != WhyTopic::kStress) {
    json.null();
    return;
  }
  const core::Distortion& distortion = state.stress.distortion;
  json.begin_object();
  json.key("shift").begin_array();
  json.value(distortion.shift_x).value(distortion.shift_y).end_array();
  json.key("turn").value(distortion.turn);
  json.key("scale").value(distortion.scale);
  json.key("blur").value(distortion.blur);
  json.key("contrast").value(distortion.contrast);
  json.key("noise").value(distortion.noise);
  json.key("seed").value(distortion.seed);
  json.key("along").value(name(state.stress.along));
  write_optional(json, "label", stressed_label(state));
  json.key("curve").begin_array();
  for (const StressPoint& point : stress_curve(state)) {
    json.begin_object();
    json.key("value").value(point.value);
    json.key("probability").value(point.probability);
    json.key("label").value(point.label);
    json.end_object();
  }
  json.end_array();
  write_altered(json, state, altered_picture(state));
  json.key("words").value(stress_words(state));
  json.end_object();
}

}  // namespace atelier::app
