// SPDX-License-Identifier: MIT
// features/explore/filter_facets.hpp: what Explore can be asked for, in words. The menus of the
// desktop, the list of the phone and the text view offer the same.
#pragma once

#include <string>
#include <vector>

#include "app/state.hpp"
#include "features/explore/filter.hpp"

namespace atelier::app {

struct FilterChoice {
  std::string label;
  ExploreFilter filter;  // all of it, once this is chosen
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
[[nodiscard]] std::vector<FilterFacet> filter_facets(const State& state);

}  // namespace atelier::app
