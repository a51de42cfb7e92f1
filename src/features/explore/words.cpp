// SPDX-License-Identifier: MIT
#include "features/explore/words.hpp"

#include "app/say.hpp"
#include "features/answer/words.hpp"

namespace atelier::app {

std::string explore_count_words(const State& state) {
  const TestSet& set = state.test_set;
  const std::size_t shown = state.explore.indices.size();
  const std::size_t all = set.loader.count_declared();
  // Those that have not come yet are listed already.
  const std::size_t here = shown == all ? set.loader.view().count() : shown;
  if (here == all) return images_words(all);
  return say("explore.some", {{"here", here}, {"count", all}});
}

std::string explore_origin_words(const State& state) {
  const TestSet& set = state.test_set;
  const Evaluation* evaluation = shown_evaluation(state);
  if (state.report.running && state.explore.filter.needs_answers()) {
    return evaluation_progress_words(*evaluation);
  }
  std::string text;
  if (set.own) {
    text = say("explore.own", {{"labelled", set.has_labels()}});
  } else if (set.complete()) {
    text = set.loader.is_official_test_set() ? say("explore.official") : say("explore.unofficial");
  }
  if (evaluation == nullptr) return text;
  if (!text.empty()) text += " \xC2\xB7 ";
  return text + say("explore.dot", {{"model", evaluation->model_id}});
}

}  // namespace atelier::app
