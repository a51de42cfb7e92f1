// SPDX-License-Identifier: MIT
#include "features/explore/filter_facets.hpp"

#include <array>
#include <cmath>
#include <utility>

#include "app/say.hpp"
#include "core/class_names.hpp"

namespace atelier::app {
namespace {

// Builds the choices of one facet: each is the filter as it is now with one part replaced.
class Facet {
 public:
  Facet(const ExploreFilter& now, FilterFacet facet) : now_(now), facet_(std::move(facet)) {}

  // `current`: how the chip says it, where that differs.
  template <typename Value>
  Facet& add(Value ExploreFilter::*part, const Value& value, std::string label,
             std::string current = {}) {
    ExploreFilter filter = now_;
    filter.*part = value;
    return add(filter, std::move(label), std::move(current));
  }
  Facet& add_range(float least, float most, std::string label) {
    ExploreFilter filter = now_;
    filter.least_confidence = least;
    filter.most_confidence = most;
    return add(filter, std::move(label), {});
  }
  FilterFacet done() { return std::move(facet_); }

 private:
  Facet& add(const ExploreFilter& filter, std::string label, std::string current) {
    if (filter == now_) {
      facet_.current = current.empty() ? label : std::move(current);
      facet_.set = !facet_.choices.empty();  // the first one is the default
    }
    facet_.choices.push_back({std::move(label), filter});
    return *this;
  }

  const ExploreFilter& now_;
  FilterFacet facet_;
};

FilterFacet class_facet(const ExploreFilter& now, const ClassNames& names) {
  Facet facet(now, {.id = "label", .title = say("filter.class"), .needs_answers = false});
  facet.add(&ExploreFilter::label, {}, say("filter.all"));
  for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
    facet.add(&ExploreFilter::label, std::optional(label), names[label]);
  }
  return facet.done();
}

FilterFacet prediction_facet(const ExploreFilter& now, const ClassNames& names) {
  Facet facet(now, {.id = "prediction", .title = say("filter.prediction")});
  facet.add(&ExploreFilter::prediction, {}, say("filter.any-class"), say("filter.any-answer"));
  for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
    const std::string& name = names[label];
    facet.add(&ExploreFilter::prediction, std::optional(label), name,
              say("filter.answered", {{"name", name}}));
  }
  return facet.done();
}

FilterFacet right_facet(const ExploreFilter& now) {
  return Facet(now, {.id = "right", .title = say("filter.right")})
      .add(&ExploreFilter::right, {}, say("filter.both"), say("filter.both-current"))
      .add(&ExploreFilter::right, std::optional(true), say("filter.right-answers"))
      .add(&ExploreFilter::right, std::optional(false), say("filter.wrong-answers"))
      .done();
}

FilterFacet verdict_facet(const ExploreFilter& now) {
  using core::Verdict;
  return Facet(now, {.id = "verdict", .title = say("filter.verdict")})
      .add(&ExploreFilter::verdict, {}, say("filter.any-verdict"))
      .add(&ExploreFilter::verdict, std::optional(Verdict::kAnswer), say("filter.answer"))
      .add(&ExploreFilter::verdict, std::optional(Verdict::kUnsure), say("filter.unsure"))
      .add(&ExploreFilter::verdict, std::optional(Verdict::kUnfamiliar), say("filter.unfamiliar"))
      .done();
}

std::string between(long least, long most) {
  return say("filter.between", {{"least", least}, {"most", most}});
}

FilterFacet confidence_facet(const ExploreFilter& now) {
  Facet facet(now, {.id = "confidence", .title = say("filter.confidence"), .has_range = true});
  facet.add_range(0, 1, say("filter.any-confidence"))
      .add_range(0, 0.5F, say("filter.up-to", {{"most", 50}}))
      .add_range(0.5F, 0.8F, between(50, 80))
      .add_range(0.8F, 0.95F, between(80, 95))
      .add_range(0.95F, 1, say("filter.from", {{"least", 95}}));
  FilterFacet done = facet.done();
  if (done.current.empty()) {
    const auto percent = [](float share) { return std::lround(100 * share); };
    done.current = between(percent(now.least_confidence), percent(now.most_confidence));
    done.set = true;
  }
  return done;
}

FilterFacet sort_facet(const ExploreFilter& now) {
  return Facet(now, {.id = "sort", .title = say("filter.order")})
      .add(&ExploreFilter::sort, ExploreSort::kIndex, say("filter.by-index"))
      .add(&ExploreFilter::sort, ExploreSort::kMostConfident, say("filter.most-confident"))
      .add(&ExploreFilter::sort, ExploreSort::kLeastConfident, say("filter.least-confident"))
      .add(&ExploreFilter::sort, ExploreSort::kHighestLoss, say("filter.highest-loss"))
      .done();
}

}  // namespace

std::vector<FilterFacet> filter_facets(const State& state) {
  const ExploreFilter& now = state.explore.filter;
  const Evaluation* evaluation = shown_evaluation(state);
  const std::string& model_id =
      evaluation != nullptr ? evaluation->model_id : state.engines.model_id;
  return {class_facet(now, label_names(state)),
          prediction_facet(now, answer_names(state, model_id)),
          right_facet(now),
          verdict_facet(now),
          confidence_facet(now),
          sort_facet(now)};
}

}  // namespace atelier::app
