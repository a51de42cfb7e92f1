// SPDX-License-Identifier: MIT
#include "features/explore/filter_facets.hpp"

#include <array>
#include <cmath>
#include <utility>

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
  Facet facet(now, {.id = "label", .title = "Class", .needs_answers = false});
  facet.add(&ExploreFilter::label, {}, "All");
  for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
    facet.add(&ExploreFilter::label, std::optional(label), names[label]);
  }
  return facet.done();
}

FilterFacet prediction_facet(const ExploreFilter& now, const ClassNames& names) {
  Facet facet(now, {.id = "prediction", .title = "Answered as"});
  facet.add(&ExploreFilter::prediction, {}, "Any class", "Any answer");
  for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
    const std::string& name = names[label];
    facet.add(&ExploreFilter::prediction, std::optional(label), name, "Answered " + name);
  }
  return facet.done();
}

FilterFacet right_facet(const ExploreFilter& now) {
  return Facet(now, {.id = "right", .title = "Right or wrong"})
      .add(&ExploreFilter::right, {}, "Both", "Right and wrong")
      .add(&ExploreFilter::right, std::optional(true), "Right answers")
      .add(&ExploreFilter::right, std::optional(false), "Wrong answers")
      .done();
}

FilterFacet verdict_facet(const ExploreFilter& now) {
  using core::Verdict;
  return Facet(now, {.id = "verdict", .title = "Verdict"})
      .add(&ExploreFilter::verdict, {}, "Any verdict")
      .add(&ExploreFilter::verdict, std::optional(Verdict::kAnswer), "An answer")
      .add(&ExploreFilter::verdict, std::optional(Verdict::kUnsure), "Not sure")
      .add(&ExploreFilter::verdict, std::optional(Verdict::kUnfamiliar), "Unfamiliar")
      .done();
}

FilterFacet confidence_facet(const ExploreFilter& now) {
  Facet facet(now, {.id = "confidence", .title = "Confidence", .has_range = true});
  facet.add_range(0, 1, "Any confidence")
      .add_range(0, 0.5F, "Up to 50 %")
      .add_range(0.5F, 0.8F, "50 to 80 %")
      .add_range(0.8F, 0.95F, "80 to 95 %")
      .add_range(0.95F, 1, "95 % and more");
  FilterFacet done = facet.done();
  if (done.current.empty()) {
    const auto percent = [](float share) { return std::to_string(std::lround(100 * share)); };
    done.current = percent(now.least_confidence) + " to " + percent(now.most_confidence) + " %";
    done.set = true;
  }
  return done;
}

FilterFacet sort_facet(const ExploreFilter& now) {
  return Facet(now, {.id = "sort", .title = "Order"})
      .add(&ExploreFilter::sort, ExploreSort::kIndex, "By index")
      .add(&ExploreFilter::sort, ExploreSort::kMostConfident, "Most confident first")
      .add(&ExploreFilter::sort, ExploreSort::kLeastConfident, "Least confident first")
      .add(&ExploreFilter::sort, ExploreSort::kHighestLoss, "Highest loss first")
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
