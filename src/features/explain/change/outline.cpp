// SPDX-License-Identifier: MIT
#include "features/explain/change/outline.hpp"

#include "app/number_words.hpp"
#include "app/say.hpp"
#include "features/data/class_names.hpp"
#include "features/explain/change/words.hpp"

namespace atelier::app::explain {
namespace {

// The settings as they are, with a place for one of them. Another way or class begins at the least
// strength again.
ActionText changed(const ChangeSettings& now, std::string_view place) {
  ActionText action("change");
  place == "method" ? action.place(place) : action.with("method", name(now.method));
  place == "target" ? action.place(place) : action.with("target", now.target);
  return place == "strength" ? action.place(place) : action.with("strength", nullptr);
}

std::size_t answered(const core::ClassScores& logits) {
  return static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
}

std::string strength_words(const State& state, const Changes& changes) {
  const int strength = shown_strength(state, changes);
  const auto label = answered(changed_logits(changes, strength));
  return say("text.strength",
             {{"levels", gray_levels(strength)},
              {"name", answer_names(state)[label]},
              {"share", percent(changed_probabilities(state, changes, strength)[label])}});
}

void outline_strengths(Outline& out, const State& state, const Changes& changes) {
  const ClassNames& names = answer_names(state);
  Node& table = out.table(
      "change-strengths", say("text.strengths"),
      {say("text.gray-levels"), names[changes.label], names[changes.rival], say("text.answer")});
  for (int strength = 0; strength <= kMostStrength; ++strength) {
    const auto probabilities = changed_probabilities(state, changes, strength);
    table.row(
        {std::to_string(strength), percent(probabilities[changes.label]),
         percent(probabilities[changes.rival]), names[answered(changed_logits(changes, strength))]},
        strength == changes.least);
  }
}

}  // namespace

void outline_change(Outline& out, const State& state) {
  const ChangeSettings& now = state.change.settings;
  const Changes* changes = known_changes(state);
  out.choice("change-method", say("text.how"), name(now.method), changed(now, "method"))
      .option(OutlineOption::of(say("text.one-step"), name(ChangeMethod::kOneStep)))
      .option(OutlineOption::of(say("text.many-steps"), name(ChangeMethod::kManySteps)));
  Node& target = out.choice("change-target", say("text.into"), now.target, changed(now, "target"));
  target.option(OutlineOption::of(say("text.whatever"), nullptr));
  for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
    target.option(OutlineOption::of(answer_names(state)[label], label));
  }
  out.status("change-line", change_words(state));
  out.slider("change-strength", say("change.strength"), {0, double{kMostStrength}, 1},
             changes == nullptr ? 0 : shown_strength(state, *changes), changed(now, "strength"))
      .says(changes == nullptr ? std::string() : strength_words(state, *changes))
      .unless(changes == nullptr, say("text.no-changes"));
  out.button("change-least", say("text.least"), changed(now, ""))
      .unless(!now.strength, say("text.is-least"));
  if (changes != nullptr) outline_strengths(out, state, *changes);
}

}  // namespace atelier::app::explain
