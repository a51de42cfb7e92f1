// SPDX-License-Identifier: MIT
#include "features/data/class_names.hpp"

#include <algorithm>
#include <utility>

#include "app/say.hpp"
#include "app/state.hpp"
#include "features/data/actions.hpp"
#include "features/data/own_data.hpp"

namespace atelier::app {
namespace {

ClassNames digit_names() {
  ClassNames names;
  for (std::size_t label = 0; label < names.size(); ++label) names[label] = std::to_string(label);
  return names;
}

bool is_control(char letter) { return (letter >= 0 && letter < ' ') || letter == '\x7F'; }

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

}  // namespace

ClassNames garment_names() {
  ClassNames names;
  for (std::size_t label = 0; label < names.size(); ++label) {
    names[label] = say(Key::of("class.", std::to_string(label)));
  }
  return names;
}

ClassNames default_class_names(const TestSet& set) {
  const bool digits = set.own && set.own->known && set.own->known->set == core::KnownSet::kMnist;
  return digits ? digit_names() : garment_names();
}

const ClassNames& label_names(const State& state) { return state.test_set.class_names; }

const ClassNames& answer_names(const State& state, std::string_view model_id) {
  return model_id == kOwnModelId ? label_names(state) : bundled_set(state).class_names;
}

const ClassNames& answer_names(const State& state) {
  return answer_names(state, state.engines.model_id);
}

std::string short_name(std::string_view name) {
  if (name == say("class.0")) return say("class.short-t-shirt");
  if (name == say("class.9")) return say("class.short-boot");
  return std::string(name);
}

std::string tidy_name(std::string_view text) {
  std::string name(text);
  std::replace_if(name.begin(), name.end(), is_control, ' ');
  name.erase(0, std::min(name.find_first_not_of(' '), name.size()));
  if (name.size() > kMaxNameBytes) {
    std::size_t end = kMaxNameBytes;
    while (end > 0 && continues_character(name[end])) --end;
    name.resize(end);
  }
  name.erase(name.find_last_not_of(' ') + 1);
  return name;
}

void rename_class(State& state, std::uint8_t label, std::string_view name) {
  TestSet& set = state.test_set;
  if (label >= set.class_names.size()) return;
  std::string tidy = tidy_name(name);
  set.class_names[label] = tidy.empty() ? default_class_names(set)[label] : std::move(tidy);
}

}  // namespace atelier::app
