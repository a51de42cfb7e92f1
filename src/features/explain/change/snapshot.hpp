// SPDX-License-Identifier: MIT
// features/explain/change/snapshot.hpp: what a snapshot says of how little would change the
// network's mind.
#pragma once

#include <array>
#include <optional>
#include <span>

#include "app/state.hpp"
#include "features/explain/change/change.hpp"
#include "features/explain/change/words.hpp"

namespace atelier::app {

struct StrengthTold {
  int strength{};
  int label{};
  float before{}, rival{};
};
struct StrengthsTold {
  std::array<StrengthTold, kMostStrength + 1> all{};
  std::size_t count = 0;  // 0: they are not known
};
[[nodiscard]] inline StrengthsTold strengths_told(const State& state, const Changes* changes) {
  StrengthsTold told;
  for (int strength = 0; changes != nullptr && strength <= kMostStrength; ++strength) {
    const core::ClassScores probabilities = changed_probabilities(state, *changes, strength);
    told.all[told.count++] = {strength, core::ranking(changed_logits(*changes, strength))[0],
                              probabilities[changes->label], probabilities[changes->rival]};
  }
  return told;
}

// Of the object "change", without the changed picture.
template <class Fields>
void describe_change(Fields& f, const State& state) {
  const ChangeSettings& settings = state.change.settings;
  const Changes* changes = known_changes(state);
  const StrengthsTold strengths = strengths_told(state, changes);
  f("method", settings.method);
  f("target", settings.target);
  f("known", changes != nullptr, "all strengths have been tried; until then what follows is empty");
  f("strength",
    changes != nullptr ? std::optional(shown_strength(state, *changes)) : settings.strength,
    "shown, gray levels");
  f("least", changes != nullptr ? changes->least : std::nullopt, "that is enough; null: none is");
  f("label", changes != nullptr ? std::optional(changes->label) : std::nullopt,
    "answered without any change, by our own engine");
  f("rival", changes != nullptr ? std::optional(changes->rival) : std::nullopt,
    "what it becomes, or is nearest to becoming");
  f(
      "strengths", std::span(strengths.all).first(strengths.count),
      [&](const StrengthTold& told) {
        f("strength", told.strength);
        f("label", told.label, "answered");
        f("before", told.before, "probability of what was answered before");
        f("rival", told.rival, "probability of the rival");
      },
      "all that were tried");
  f("words", change_words(state));
}

}  // namespace atelier::app
