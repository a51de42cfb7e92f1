// SPDX-License-Identifier: MIT
#include "features/explain/stress/words.hpp"

#include <cmath>

#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/data/class_names.hpp"
#include "features/explain/map/words.hpp"

namespace atelier::app {
namespace {

std::string number(float value, int digits) { return decimals(static_cast<double>(value), digits); }

std::string pixels(float value) {
  const bool whole = value == std::round(value);
  return say("number.pixels", {{"number", number(value, whole ? 0 : 1)}});
}

struct Answered {
  std::string name, share;
};
Answered answered(const State& state, const core::ClassScores& logits) {
  const auto label = static_cast<std::size_t>(core::ranking(logits)[0]);
  const float probability = core::softmax(logits, shown_temperature(state))[label];
  return {answer_names(state)[label], percent(probability)};
}

}  // namespace

std::string stress_title(StressKind kind) {
  switch (kind) {
    case StressKind::kShiftX:
      return say("stress.shift-x");
    case StressKind::kShiftY:
      return say("stress.shift-y");
    case StressKind::kTurn:
      return say("stress.turn");
    case StressKind::kScale:
      return say("stress.scale");
    case StressKind::kBlur:
      return say("stress.blur");
    case StressKind::kContrast:
      return say("stress.contrast");
    case StressKind::kNoise:
      return say("stress.noise");
  }
  return "";
}

std::string stress_value_words(StressKind kind, float value) {
  switch (kind) {
    case StressKind::kShiftX:
    case StressKind::kShiftY:
      return pixels(value);
    case StressKind::kTurn:
      return say("number.degrees", {{"number", number(value, 0)}});
    case StressKind::kScale:
    case StressKind::kContrast:
      return say("number.times", {{"number", number(value, 2)}});
    case StressKind::kBlur:
      return say("number.pixels", {{"number", number(value, 1)}});
    case StressKind::kNoise:
      return number(value, 0);
  }
  return "";
}

std::string stress_before_words(const State& state) {
  const Answer* answer = current_answer(state);
  if (answer == nullptr) return {};
  const Answered before = answered(state, answer->prediction.logits);
  return say("stress.before", {{"name", before.name}, {"share", before.share}});
}

std::string stress_words(const State& state) {
  if (state.why != WhyTopic::kStress) return {};
  std::string not_yet = why_not_yet(state, "stress.no-engine");
  if (!not_yet.empty()) return not_yet;
  if (is_neutral(state.stress.distortion)) return say("stress.invitation");
  const auto logits = stressed_logits(state);
  if (!logits) return say("not-yet.moment");
  const Answered now = answered(state, *logits);
  return say("stress.result",
             {{"name", now.name}, {"share", now.share}, {"before", stress_before_words(state)}});
}

}  // namespace atelier::app
