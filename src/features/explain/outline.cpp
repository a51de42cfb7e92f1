// SPDX-License-Identifier: MIT
#include "features/explain/outline.hpp"

#include <array>

#include "app/say.hpp"
#include "features/explain/change/outline.hpp"
#include "features/explain/inside/outline.hpp"
#include "features/explain/map/outline.hpp"
#include "features/explain/neighbours/outline.hpp"
#include "features/explain/stress/outline.hpp"

namespace atelier::app::explain {
namespace {

struct Topic {
  WhyTopic topic;
  Key title;
  void (*outline)(Outline&, const State&);
};

constexpr std::array kTopics = {Topic{WhyTopic::kMap, "why.map", outline_map},
                                Topic{WhyTopic::kNeighbours, "why.neighbours", outline_neighbours},
                                Topic{WhyTopic::kInside, "why.inside", outline_inside},
                                Topic{WhyTopic::kChange, "why.change", outline_change},
                                Topic{WhyTopic::kStress, "why.stress", outline_stress}};

}  // namespace

void outline(Outline& out, const State& state) {
  out.heading("why", say("text.why-title"));
  Node& choice = out.choice("why-topic", say("text.explanation"),
                            state.why ? std::optional(name(*state.why)) : std::nullopt,
                            ActionText("open-why").place("topic"));
  choice.option(OutlineOption::of(say("text.not-asked"), nullptr));
  for (const Topic& each : kTopics) {
    choice.option(OutlineOption::of(say(each.title), name(each.topic)));
  }
  for (const Topic& each : kTopics) {
    if (state.why != each.topic) continue;
    out.subheading("why-title", say(each.title));
    each.outline(out, state);
  }
}

}  // namespace atelier::app::explain
