// SPDX-License-Identifier: MIT
#include "features/explain/outline.hpp"

#include <array>

#include "app/names.hpp"
#include "features/explain/change/outline.hpp"
#include "features/explain/inside/outline.hpp"
#include "features/explain/map/outline.hpp"
#include "features/explain/neighbours/outline.hpp"
#include "features/explain/stress/outline.hpp"

namespace atelier::app::explain {
namespace {

struct Topic {
  WhyTopic topic;
  const char* title;
  void (*outline)(Outline&, const State&);
};

constexpr std::array kTopics = {
    Topic{WhyTopic::kMap, "Where it looked", outline_map},
    Topic{WhyTopic::kNeighbours, "Its nearest training images", outline_neighbours},
    Topic{WhyTopic::kInside, "What its layers make of it", outline_inside},
    Topic{WhyTopic::kChange, "What would change its mind", outline_change},
    Topic{WhyTopic::kStress, "What the answer bears", outline_stress}};

}  // namespace

void outline(Outline& out, const State& state) {
  out.heading("why", "Why it answers so");
  Node& choice = out.choice("why-topic", "Explanation",
                            state.why ? std::optional(name(*state.why)) : std::nullopt,
                            ActionText("open-why").place("topic"));
  choice.option(OutlineOption::of("Not asked", nullptr));
  for (const Topic& each : kTopics) {
    choice.option(OutlineOption::of(each.title, name(each.topic)));
  }
  for (const Topic& each : kTopics) {
    if (state.why != each.topic) continue;
    out.subheading("why-title", each.title);
    each.outline(out, state);
  }
}

}  // namespace atelier::app::explain
