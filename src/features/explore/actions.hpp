// SPDX-License-Identifier: MIT
// features/explore/actions.hpp: what a person can do with the images of the test set.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/action.hpp"
#include "app/describe.hpp"
#include "features/explore/filter.hpp"

namespace atelier::app {

// Puts test image `index` in front of the network. Ignored while that image has not arrived.
struct SelectSample {
  static constexpr std::string_view kType = "select-sample";
  static constexpr std::string_view kWords = "shows a test image";
  std::uint32_t index{};
};
template <typename Fields>
void describe(Fields& f, SelectSample& a) {
  f("index", a.index, kImageNumbers);
}
[[nodiscard]] std::string obstacle(const State& state, const SelectSample& action);
void on(State& state, SelectSample&& action, Ports& ports);

// What Explore shows.
struct SetFilter {
  static constexpr std::string_view kType = "filter";
  static constexpr std::string_view kWords =
      "what Explore shows; what is left out or `null` is not asked for; all but the label takes an "
      "evaluation; `uncertainty`: the least confident first";
  ExploreFilter filter;
};
template <typename Fields>
void describe(Fields& f, SetFilter& a) {
  ExploreFilter& filter = a.filter;
  f.may("label", filter.label, kClassLabels);
  f.may("prediction", filter.prediction, kClassLabels);
  f.may("right", filter.right);
  f.may("verdict", filter.verdict,
        Among{[](core::Verdict verdict) { return verdict != core::Verdict::kBlank; }});
  f.may_tuple("confidence", Parts{"from, to", {0, 1}}, filter.least_confidence,
              filter.most_confidence);
  f.may("sort", filter.sort);
}
[[nodiscard]] std::string flaw(const SetFilter& action);
void on(State& state, SetFilter&& action, Ports& ports);

// Gives the visitor the images that Explore lists, as one picture. Ignored while there are none.
struct SaveSprite {};
void on(State& state, SaveSprite&& action, Ports& ports);

using ExploreActions = ActionList<SelectSample, SetFilter>;

}  // namespace atelier::app
