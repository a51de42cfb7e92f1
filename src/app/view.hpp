// SPDX-License-Identifier: MIT
// app/view.hpp: the four views, one of which is shown.
#pragma once

#include <string_view>

#include "app/action.hpp"
#include "app/describe.hpp"
#include "core/names.hpp"

namespace atelier::app {

enum class View { kDraw, kExplore, kReport, kAbout };
ATELIER_NAMES(View, "draw", "explore", "report", "about");

struct SetView {
  static constexpr std::string_view kType = "view";
  static constexpr std::string_view kWords = "shows another view";
  View view{};
};
template <typename Fields>
void describe(Fields& f, SetView& a) {
  f("view", a.view);
}
void on(State& state, SetView&& action, Ports& ports);

using ViewActions = ActionList<SetView>;

}  // namespace atelier::app
