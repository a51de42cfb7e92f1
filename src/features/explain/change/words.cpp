// SPDX-License-Identifier: MIT
#include "features/explain/change/words.hpp"

#include <string_view>

#include "features/data/class_names.hpp"
#include "features/explain/map/words.hpp"

namespace atelier::app {
namespace {

const std::string& name_of(const State& state, std::uint8_t label) {
  return answer_names(state)[label];
}

std::string found_words(const State& state, const Change::Known& changes) {
  const auto& target = changes.question.target;
  const std::string rival = with_article(name_of(state, changes.rival));
  if (target == changes.label) return "It is " + rival + " already.";
  if (changes.least) {
    return gray_levels(*changes.least) + (*changes.least == 1 ? " is" : " are") +
           " enough to make it " + rival + ".";
  }
  // Another method might: no more is said than what was tried.
  const bool many = changes.question.method == ChangeMethod::kManySteps;
  const std::string levels = gray_levels(kMostStrength);
  const std::string tried = many ? "any steps within " + levels + " do not "
                                 : "ne step of up to " + levels + " does not ";
  if (target) return (many ? "M" : "O") + tried + "make it " + rival + ".";
  return "It stays " + with_article(name_of(state, changes.label)) + ": " + (many ? "m" : "o") +
         tried + "change that.";
}

}  // namespace

std::string gray_levels(int strength) {
  return std::to_string(strength) + (strength == 1 ? " gray level" : " gray levels");
}

std::string with_article(const std::string& name) {
  const bool vowel =
      !name.empty() && std::string_view("AEIOUaeiou").find(name[0]) != std::string_view::npos;
  return (vowel ? "an " : "a ") + name;
}

std::string change_headline(const State& state) {
  if (state.why != WhyTopic::kChange) return {};
  if (const Change::Known* changes = known_changes(state)) return found_words(state, *changes);
  std::string not_yet = why_not_yet(state, "Not known: only Atelier's own engine has gradients");
  if (!not_yet.empty()) return not_yet;
  return "Trying one strength after the other ...";
}

std::string change_words(const State& state) {
  const Change::Known* changes = known_changes(state);
  std::string words = change_headline(state);
  if (changes == nullptr) return words;
  if (changes->question.target == changes->label) return words + " Press another bar.";
  return words + " All whole strengths up to " + std::to_string(kMostStrength) + " were tried.";
}

}  // namespace atelier::app
