// SPDX-License-Identifier: MIT
#include "features/explore/outline.hpp"

#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/data/outline.hpp"
#include "features/data/words.hpp"
#include "features/explore/filter_facets.hpp"
#include "features/explore/words.hpp"

namespace atelier::app::explore {
namespace {

ActionText filter_action(const ExploreFilter& filter) {
  return ActionText("filter")
      .with("label", filter.label)
      .with("prediction", filter.prediction)
      .with("right", filter.right)
      .with("verdict", filter.verdict ? std::optional(name(*filter.verdict)) : std::nullopt)
      .list("confidence", filter.least_confidence, filter.most_confidence)
      .with("sort", name(filter.sort));
}

// The filter as it is, with a place at one end of the confidence; one end pushes the other along,
// so there is none where the place is.
ActionText confidence_action(const ExploreFilter& now, bool least) {
  ActionText action("filter");
  action.with("label", now.label).with("prediction", now.prediction).with("right", now.right);
  action.with("verdict", now.verdict ? std::optional(name(*now.verdict)) : std::nullopt);
  least ? action.list("confidence", "$value", now.most_confidence)
        : action.list("confidence", now.least_confidence, "$value");
  return action.with("sort", name(now.sort));
}

void outline_facet(Outline& out, const State& state, const FilterFacet& facet) {
  const ExploreFilter& now = state.explore.filter;
  Node& choice = out.choice("filter-" + std::string(facet.id), facet.title, nullptr);
  choice.action = "\"$value\"";  // each option is an action of its own
  choice.value = filter_action(now).json();
  bool listed = false;
  for (const FilterChoice& each : facet.choices) {
    choice.option({each.label, filter_action(each.filter).json()});
    listed = listed || each.filter == now;
  }
  if (!listed) choice.option({facet.current, choice.value});
  if (!facet.has_range) return;
  const auto end = [&](const char* key, const std::string& words, bool least, float value) {
    const OutlineRange range{least ? 0 : double{now.least_confidence},
                             least ? double{now.most_confidence} : 1, 0.01};
    out.slider(key, words, range, double{value}, confidence_action(now, least))
        .says(say("number.percent", {{"number", decimals(100 * double{value}, 0)}}));
  };
  end("filter-least", say("text.confidence-from"), true, now.least_confidence);
  end("filter-most", say("text.confidence-to"), false, now.most_confidence);
}

void outline_filters(Outline& out, const State& state) {
  out.heading("filters", say("explore.filters"));
  const bool has_answers = shown_evaluation(state) != nullptr;
  bool offered = false;
  for (const FilterFacet& facet : filter_facets(state)) {
    if (!facet.needs_answers || has_answers) {
      outline_facet(out, state, facet);
    } else if (!offered) {
      offered = true;
      out.line("filter-offer", say("evaluation.offer"));
      out.button("filter-evaluate", say("evaluation.start"), ActionText("evaluate"))
          .unless(!state.test_set.complete() || current_model(state) == nullptr,
                  progress_words(state));
    }
  }
  out.button("filter-clear", say("explore.show-all"),
             filter_action({.sort = state.explore.filter.sort}))
      .unless(state.explore.filter.conditions() == 0, say("text.no-conditions"));
}

// Why there are none.
std::string nothing_words(const State& state) {
  if (state.test_set.loader.count_declared() == 0) return progress_words(state);
  if (explore_lacks_answers(state)) return say("text.not-evaluated");
  if (state.report.running && state.explore.filter.needs_answers()) {
    return evaluation_progress_words(*state.report.running);
  }
  return say("explore.nothing");
}

void outline_images(Outline& out, const State& state) {
  const auto& images = state.explore.indices;
  out.heading("images", say("text.images"));
  if (images.empty()) return out.line("images-none", nothing_words(state));
  const data::ImagePage page = data::outline_page(out, state, "images", images);
  const Evaluation* evaluation = shown_evaluation(state);
  const core::DatasetView& set = state.test_set.loader.view();
  std::vector<std::string> columns = {say("text.image"), say("text.true-class")};
  if (evaluation != nullptr)
    columns.insert(columns.end(), {say("text.answered"), say("filter.confidence")});
  columns.push_back(say("explore.draw-over-short"));
  Node& table = out.table("images-list", say("text.list-caption"), std::move(columns));
  for (std::size_t k = page.first; k < page.last; ++k) {
    const std::uint32_t index = images[k];
    const auto label = set.label(index);
    std::vector<TableCell> row = {[&](Outline& cell) {
                                    cell.button("image-" + std::to_string(index),
                                                say("explore.image", {{"index", index}}),
                                                ActionText("select-sample").with("index", index))
                                        .unless(index >= set.count(), say("text.not-here"));
                                  },
                                  label ? label_names(state)[*label] : say("text.no-label")};
    if (evaluation != nullptr) {
      const bool answered =
          index < evaluation->answers.size() && evaluation->answers[index].confidence > 0;
      const Evaluation::ImageAnswer answer =
          answered ? evaluation->answers[index] : Evaluation::ImageAnswer{};
      const std::string name = answer_names(state, evaluation->model_id)[answer.label];
      row.emplace_back(!answered               ? std::string()
                       : label == answer.label ? name
                                               : say("text.wrong", {{"name", name}}));
      row.emplace_back(answered ? percent(answer.confidence) : std::string());
    }
    row.emplace_back([&](Outline& cell) {
      cell.button("image-" + std::to_string(index) + "-edit", say("explore.draw-over-short"),
                  std::vector{ActionText("edit-sample").with("index", index),
                              ActionText("view").with("view", "draw")})
          .unless(index >= set.count(), say("text.not-here"));
    });
    table.row(std::move(row), index == state.input.index);
  }
  out.button("save-sprite", say("explore.save"), ActionText("save").with("what", "sprite"));
}

}  // namespace

void outline(Outline& out, const State& state) {
  const TestSet& set = state.test_set;
  out.title(set.own ? data_name(set) : say("explore.heading"));
  out.status("explore-line", explore_count_words(state));
  out.line("explore-origin", explore_origin_words(state));
  data::outline_sample(out, state);
  outline_images(out, state);
  outline_filters(out, state);
}

}  // namespace atelier::app::explore
