// SPDX-License-Identifier: MIT
#include "features/explain/change/words.hpp"

#include "app/say.hpp"
#include "features/data/class_names.hpp"
#include "features/explain/map/words.hpp"

namespace atelier::app {
namespace {

const std::string& name_of(const State& state, std::uint8_t label) {
  return answer_names(state)[label];
}

std::string found_words(const State& state, const Change::Known& changes) {
  const auto& target = changes.question.target;
  const std::string& rival = name_of(state, changes.rival);
  if (target == changes.label) return say("change.already", {{"name", rival}});
  if (changes.least) return say("change.least", {{"levels", *changes.least}, {"name", rival}});
  // Another method might: no more is said than what was tried.
  const bool many = changes.question.method == ChangeMethod::kManySteps;
  return say(target ? Key("change.not-made") : Key("change.stays"),
             {{"method", many ? "many" : "one"},
              {"levels", kMostStrength},
              {"name", target ? rival : name_of(state, changes.label)}});
}

}  // namespace

std::string gray_levels(int strength) { return say("change.levels", {{"levels", strength}}); }

std::string change_headline(const State& state) {
  if (state.why != WhyTopic::kChange) return {};
  if (const Change::Known* changes = known_changes(state)) return found_words(state, *changes);
  std::string not_yet = why_not_yet(state, "change.no-engine");
  if (!not_yet.empty()) return not_yet;
  return say("change.trying");
}

std::string change_words(const State& state) {
  const Change::Known* changes = known_changes(state);
  std::string words = change_headline(state);
  if (changes == nullptr) return words;
  if (changes->question.target == changes->label) {
    return say("change.press-another", {{"found", words}});
  }
  return say("change.all-tried", {{"found", words}, {"most", kMostStrength}});
}

}  // namespace atelier::app
