// SPDX-License-Identifier: MIT
#include "features/data/words.hpp"

#include <utility>

#include "app/error_words.hpp"
#include "app/say.hpp"
#include "features/answer/words.hpp"

namespace atelier::app {
namespace {

std::string set_name(const core::KnownFile& known) {
  return say("data.set", {{"set", known.set == core::KnownSet::kMnist ? "mnist" : "fashion"},
                          {"part", known.training ? "training" : "test"}});
}

// With a space behind it: more sentences follow.
std::string sentence(std::string words) { return std::move(words) + " "; }

std::string what_it_is(const OwnSet& own) {
  if (!own.known) return {};
  return sentence(
      say(own.known->set == core::KnownSet::kMnist ? Key("data.is-mnist") : Key("data.is-official"),
          {{"name", set_name(*own.known)}}));
}

}  // namespace

std::string data_name(const TestSet& set) {
  if (!set.own) return say("data.bundled");
  return set.own->known ? set_name(*set.own->known) : set.own->name;
}

std::string own_data_news(const State& state) {
  const OwnData& data = state.own_data;
  if (!data.labels_in_waiting.empty()) {
    return say("data.waiting",
               {{"count", data.labels_in_waiting.size()}, {"file", data.labels_name}});
  }
  if (!data.is_news || !state.test_set.own) return {};
  const OwnSet& own = *state.test_set.own;
  const core::DatasetView& view = state.test_set.loader.view();
  std::string text = sentence(say("data.opened", {{"count", view.count()}, {"file", own.name}}));
  text += what_it_is(own);
  const bool framed = own.rows != 28 || own.columns != 28;
  if (framed && own.rows > 0) {
    text += sentence(say("data.framed", {{"columns", own.columns}, {"rows", own.rows}}));
  }
  if (view.labels().empty()) text += say("data.no-labels");
  return text;
}

std::string own_data_refusal(const OwnData& data) {
  if (!data.error) return {};
  return say("data.refused",
             {{"file", data.refused_name}, {"reason", own_file_error_words(data.error->code)}});
}

}  // namespace atelier::app
