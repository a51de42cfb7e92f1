// SPDX-License-Identifier: MIT
// features/explore/panel/filter_facets.hpp: what Explore can be asked for, in words. The menus of
// the desktop and the list of the phone show the same.
#pragma once

#include <string>
#include <vector>

#include "app/state.hpp"
#include "features/explore/filter.hpp"

namespace atelier::ui {

struct FilterChoice {
  std::string label;
  app::ExploreFilter filter;  // all of it, once this is chosen
};

struct FilterFacet {
  const char* id;
  std::string title;
  std::string current{};  // what is chosen now, in words that stand alone
  bool set = false;       // something other than the default is
  bool needs_answers = true;
  bool has_range = false;  // of confidence, beside the choices
  std::vector<FilterChoice> choices{};
};

// In the order in which they are shown: the class first, how to sort last.
[[nodiscard]] std::vector<FilterFacet> filter_facets(const app::State& state);

}  // namespace atelier::ui
