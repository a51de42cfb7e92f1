// SPDX-License-Identifier: MIT
#include "features/explain/change/change.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "app/view.hpp"
#include "features/explain/change/actions.hpp"
#include "features/explain/change/events.hpp"
#include "features/explain/map/map.hpp"

namespace atelier::app {
namespace {

constexpr std::size_t kStrengths = kMostStrength + 1;

std::optional<Change::Question> wanted_question(const State& state) {
  const bool possible =
      state.why == WhyTopic::kChange && state.view == View::kDraw && can_be_explained(state);
  if (!possible) return std::nullopt;
  const ChangeSettings& settings = state.change.settings;
  return Change::Question{settings.method, settings.target, state.input.version,
                          state.engines.model_id};
}

std::uint8_t best(const core::ClassScores& logits) {
  return static_cast<std::uint8_t>(core::ranking(logits)[0]);
}

// What the logits say about it.
void judge(Change::Known& known) {
  known.label = best(changed_logits(known, 0));
  const auto& target = known.question.target;
  for (int strength = 1; strength <= kMostStrength && !known.least; ++strength) {
    const std::uint8_t label = best(changed_logits(known, strength));
    if (target ? label == *target : label != known.label) known.least = strength;
  }
  const auto order = core::ranking(changed_logits(known, known.least.value_or(kMostStrength)));
  const int nearest = order[order[0] == known.label ? 1 : 0];
  known.rival = target.value_or(static_cast<std::uint8_t>(nearest));
}

}  // namespace

void request_change(State& state, Ports& ports) {
  Change& change = state.change;
  const auto wanted = wanted_question(state);
  if (change.in_flight && !(wanted && change.in_flight->question == *wanted)) {
    ports.adversary.cancel();
    change.in_flight.reset();
  }
  if (!wanted || change.in_flight || (change.known && change.known->question == *wanted)) return;
  change.in_flight = {++state.last_token, *wanted};
  ports.adversary.search(change.in_flight->token, wanted->method, wanted->target,
                         state.input.seen.pixels);
}

void on(State& state, ChangesFound&& event, Ports&) {
  Change& change = state.change;
  if (!change.in_flight || change.in_flight->token != event.token) return;
  Change::Known known{change.in_flight->question, event.images, event.logits, {}, {}, {}};
  change.in_flight.reset();
  const bool complete = known.images.size() == kStrengths * kPixelCount &&
                        known.logits.size() == kStrengths * core::kClassCount;
  if (complete) {
    judge(known);
  } else {
    known.images.clear();
  }
  change.known = std::move(known);
}

const Change::Known* known_changes(const State& state) {
  const auto wanted = wanted_question(state);
  const auto& known = state.change.known;
  const bool there = wanted && known && known->question == *wanted && !known->images.empty();
  return there ? &*known : nullptr;
}

int shown_strength(const State& state, const Change::Known& changes) {
  return state.change.settings.strength.value_or(changes.least.value_or(kMostStrength));
}

std::span<const std::uint8_t> changed_picture(const Change::Known& changes, int strength) {
  return std::span(changes.images)
      .subspan(kPixelCount * static_cast<std::size_t>(strength), kPixelCount);
}

core::ClassScores changed_logits(const Change::Known& changes, int strength) {
  const std::span all(changes.logits);
  const auto those = all.subspan(core::kClassCount * static_cast<std::size_t>(strength));
  core::ClassScores logits{};
  std::copy_n(those.begin(), core::kClassCount, logits.begin());
  return logits;
}

core::ClassScores changed_probabilities(const State& state, const Change::Known& changes,
                                        int strength) {
  return core::softmax(changed_logits(changes, strength), shown_temperature(state));
}

void on(State& state, SetChange&& action, Ports&) { state.change.settings = action.settings; }

}  // namespace atelier::app
