// SPDX-License-Identifier: MIT
#include "features/data/words.hpp"

#include "features/answer/words.hpp"

namespace atelier::app {
namespace {

std::string set_name(const core::KnownFile& known) {
  const std::string set = known.set == core::KnownSet::kMnist ? "MNIST" : "Fashion-MNIST";
  return set + (known.training ? " training set" : " test set");
}

std::string what_it_is(const OwnSet& own) {
  if (!own.known) return {};
  if (own.known->set == core::KnownSet::kMnist) {
    return "This is the " + set_name(*own.known) +
           ": handwritten digits, and not the garments of Fashion-MNIST. ";
  }
  return "This is the official " + set_name(*own.known) + ", verified by its checksum. ";
}

}  // namespace

std::string data_name(const TestSet& set) {
  if (!set.own) return "Fashion-MNIST test set";
  return set.own->known ? set_name(*set.own->known) : set.own->name;
}

std::string own_data_news(const State& state) {
  const OwnData& data = state.own_data;
  if (!data.labels_in_waiting.empty()) {
    return grouped(data.labels_in_waiting.size()) + " labels from " + data.labels_name +
           ". Now open the images that they belong to.";
  }
  if (!data.is_news || !state.test_set.own) return {};
  const OwnSet& own = *state.test_set.own;
  const core::DatasetView& view = state.test_set.loader.view();
  std::string text = images_words(view.count()) + " from " + own.name + ". " + what_it_is(own);
  const bool framed = own.rows != 28 || own.columns != 28;
  if (framed && own.rows > 0) {
    text +=
        "Of " + grouped(own.columns) + " \xC3\x97 " + grouped(own.rows) +
        " pixels each, framed to 28 \xC3\x97 28 as drawings are; Draw shows them as they came. ";
  }
  if (view.labels().empty()) {
    text += "They have no labels: open a file of labels as well, and there will be a report.";
  }
  return text;
}

std::string own_data_refusal(const OwnData& data) {
  if (!data.error) return {};
  return data.refused_name + ": " + std::string(core::sentence_for_own_file(data.error->code));
}

}  // namespace atelier::app
