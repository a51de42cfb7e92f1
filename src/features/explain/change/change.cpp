// SPDX-License-Identifier: MIT
#include "features/explain/change/change.hpp"

#include <algorithm>
#include <cstddef>

#include "app/view.hpp"
#include "features/explain/change/actions.hpp"
#include "features/explain/map/map.hpp"

namespace atelier::app {
namespace {

std::optional<Change::Key> wanted_key(const State& state) {
  const bool possible =
      state.why == WhyTopic::kChange && state.view == View::kDraw && can_be_explained(state);
  if (!possible) return std::nullopt;
  const ChangeSettings& settings = state.change.settings;
  return Change::Key{settings.method, settings.target, state.input.version, state.engines.model_id};
}

}  // namespace

void request_change(State& state, Ports& ports) {
  const auto wanted = wanted_key(state);
  want(state.change.changes, wanted, state.last_token, ports.work, [&] {
    const auto steps =
        wanted->method == ChangeMethod::kOneStep ? nn::AttackSteps::kOne : nn::AttackSteps::kMany;
    return FindChanges::Question{steps, wanted->target, picture_of(state.input.seen.pixels)};
  });
}

const Changes* known_changes(const State& state) {
  return state.change.changes.answer(wanted_key(state));
}

int shown_strength(const State& state, const Changes& changes) {
  return state.change.settings.strength.value_or(changes.least.value_or(kMostStrength));
}

std::span<const std::uint8_t> changed_picture(const Changes& changes, int strength) {
  return std::span(changes.images)
      .subspan(kPixelCount * static_cast<std::size_t>(strength), kPixelCount);
}

core::ClassScores changed_logits(const Changes& changes, int strength) {
  const std::span all(changes.logits);
  const auto those = all.subspan(core::kClassCount * static_cast<std::size_t>(strength));
  core::ClassScores logits{};
  std::copy_n(those.begin(), core::kClassCount, logits.begin());
  return logits;
}

core::ClassScores changed_probabilities(const State& state, const Changes& changes, int strength) {
  return core::softmax(changed_logits(changes, strength), shown_temperature(state));
}

void on(State& state, SetChange&& action, Ports&) { state.change.settings = action.settings; }

}  // namespace atelier::app
