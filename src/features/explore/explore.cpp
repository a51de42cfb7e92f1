// SPDX-License-Identifier: MIT
#include "features/explore/explore.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/png.hpp"
#include "core/sample_pictures.hpp"

namespace atelier::app {
namespace {

using ImageAnswer = Evaluation::ImageAnswer;

// The answers that a list was made from.
Explore::Source source_of(const State& state) {
  const Evaluation* evaluation = shown_evaluation(state);
  if (evaluation == nullptr) return {};
  return {evaluation->token, evaluation->metrics.count()};
}

bool matches(const ExploreFilter& filter, const ImageAnswer& answer, std::uint8_t label) {
  const bool answered = answer.confidence > 0;
  return answered && (!filter.prediction || answer.label == filter.prediction) &&
         (!filter.right || (answer.label == label) == filter.right) &&
         (!filter.verdict || answer.verdict == filter.verdict) &&
         answer.confidence >= filter.least_confidence &&
         answer.confidence <= filter.most_confidence;
}

// Equal ones stay in file order.
void sort_by_answers(std::vector<std::uint32_t>& indices, const std::vector<ImageAnswer>& answers,
                     ExploreSort sort) {
  if (sort == ExploreSort::kIndex) return;
  const auto key = [&](std::uint32_t index) {
    const ImageAnswer& answer = answers[index];
    if (sort == ExploreSort::kHighestLoss) return answer.loss;
    return sort == ExploreSort::kMostConfident ? answer.confidence : -answer.confidence;
  };
  std::stable_sort(indices.begin(), indices.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return key(a) > key(b); });
}

}  // namespace

void set_filter(State& state, const ExploreFilter& filter) {
  state.explore.filter = filter;
  refresh_explore(state);
}

void refresh_explore(State& state) {
  Explore& explore = state.explore;
  const ExploreFilter& filter = explore.filter;
  const core::DatasetLoader& loader = state.test_set.loader;
  const Evaluation* evaluation = shown_evaluation(state);
  explore.indices.clear();
  explore.source = source_of(state);
  ++explore.version;
  const bool by_answers = filter.needs_answers();
  if (by_answers && evaluation == nullptr) return;
  for (std::uint32_t index = 0; index < loader.count_declared(); ++index) {
    const auto label = loader.view().label(index);
    if (filter.label && label != filter.label) continue;
    if (by_answers) {
      const bool evaluated = label && index < evaluation->answers.size();
      if (!evaluated || !matches(filter, evaluation->answers[index], *label)) continue;
    }
    explore.indices.push_back(index);
  }
  if (by_answers) sort_by_answers(explore.indices, evaluation->answers, filter.sort);
}

void follow_answers(State& state) {
  const Explore& explore = state.explore;
  if (explore.filter.needs_answers() && explore.source != source_of(state)) refresh_explore(state);
}

void save_sprite(const State& state, FileSaver& saver) {
  const core::DatasetView& set = state.test_set.loader.view();
  std::vector<std::uint32_t> arrived = state.explore.indices;
  std::erase_if(arrived, [&](std::uint32_t index) { return index >= set.count(); });
  if (arrived.empty()) return;
  // About as wide as high.
  const auto columns = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(arrived.size()))));
  const auto file = core::encode_png(core::contact_sheet(set, arrived, columns));
  saver.save("images-" + std::to_string(arrived.size()) + ".png", "image/png", file);
}

}  // namespace atelier::app
