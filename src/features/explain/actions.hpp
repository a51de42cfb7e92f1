// SPDX-License-Identifier: MIT
// features/explain/actions.hpp: opening and closing the explanations.
#pragma once

#include <optional>
#include <string_view>

#include "app/action.hpp"
#include "app/describe.hpp"
#include "features/explain/why.hpp"

namespace atelier::app {

// Opens a topic in the place of another one; none: closes.
struct OpenWhy {
  static constexpr std::string_view kType = "open-why";
  static constexpr std::string_view kWords =
      "opens an explanation: where it looked, the nearest training images, what the layers make of "
      "it, what would change its mind, what the answer bears; `null` closes it";
  std::optional<WhyTopic> topic;
};
template <typename Fields>
void describe(Fields& f, OpenWhy& a) {
  f("topic", a.topic);
}
void on(State& state, OpenWhy&& action, Ports& ports);

using WhyActions = ActionList<OpenWhy>;

}  // namespace atelier::app
