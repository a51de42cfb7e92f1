// SPDX-License-Identifier: MIT
#include "features/explain/stress/words.hpp"

#include <cmath>

#include "features/answer/words.hpp"
#include "features/data/class_names.hpp"
#include "features/explain/map/words.hpp"

namespace atelier::app {
namespace {

std::string number(float value, int digits) { return decimals(static_cast<double>(value), digits); }

std::string pixels(float value) {
  const bool whole = value == std::round(value);
  return number(value, whole ? 0 : 1) + " px";
}

std::string answered(const State& state, const core::ClassScores& logits) {
  const auto label = static_cast<std::size_t>(core::ranking(logits)[0]);
  const float probability = core::softmax(logits, shown_temperature(state))[label];
  return answer_names(state)[label] + ", " + percent(probability);
}

}  // namespace

std::string_view stress_title(StressKind kind) {
  switch (kind) {
    case StressKind::kShiftX:
      return "Shift across";
    case StressKind::kShiftY:
      return "Shift down";
    case StressKind::kTurn:
      return "Turn";
    case StressKind::kScale:
      return "Scale";
    case StressKind::kBlur:
      return "Blur";
    case StressKind::kContrast:
      return "Contrast";
    case StressKind::kNoise:
      return "Noise";
  }
  return "";
}

std::string stress_value_words(StressKind kind, float value) {
  switch (kind) {
    case StressKind::kShiftX:
    case StressKind::kShiftY:
      return pixels(value);
    case StressKind::kTurn:
      return number(value, 0) + "\xC2\xB0";
    case StressKind::kScale:
    case StressKind::kContrast:
      return number(value, 2) + " \xC3\x97";
    case StressKind::kBlur:
      return number(value, 1) + " px";
    case StressKind::kNoise:
      return number(value, 0);
  }
  return "";
}

std::string stress_before_words(const State& state) {
  const Answer* answer = current_answer(state);
  if (answer == nullptr) return {};
  return "Before: " + answered(state, answer->prediction.logits) + ".";
}

std::string stress_words(const State& state) {
  if (state.why != WhyTopic::kStress) return {};
  std::string not_yet = why_not_yet(state, "Not known: only Atelier's own engine answers here");
  if (!not_yet.empty()) return not_yet;
  if (is_neutral(state.stress.distortion)) {
    return "Nothing is distorted yet. What does the answer bear?";
  }
  const auto logits = stressed_logits(state);
  if (!logits) return "One moment ...";
  return "The distorted picture: " + answered(state, *logits) + ". " + stress_before_words(state);
}

}  // namespace atelier::app
