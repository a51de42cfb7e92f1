// SPDX-License-Identifier: MIT
// features/explain/inside/actions.hpp: what a person can do with what the layers make of the
// picture.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "app/action.hpp"
#include "app/describe.hpp"
#include "features/explain/inside/state.hpp"

namespace atelier::app {

struct SetInside {
  static constexpr std::string_view kType = "inside";
  static constexpr std::string_view kWords =
      "what the layers make of it: which one is shown, and the cell of one of its maps that is "
      "pointed at, all from 0; without a `map` none is";
  InsideSettings settings;
};
template <typename Fields>
void describe(Fields& f, SetInside& a) {
  constexpr Range kPlace{0, 1023};
  std::optional<std::uint32_t> map;
  InsideCell cell = a.settings.cell.value_or(InsideCell{});
  if (a.settings.cell) map = cell.map;
  f("layer", a.settings.layer, Range{0, 999});
  f.may("map", map, Range{0, 4095});
  f.with(map, "row", cell.row, kPlace);
  f.with(map, "column", cell.column, kPlace);
  a.settings.cell.reset();
  if (map) a.settings.cell = InsideCell{*map, cell.row, cell.column};
}
void on(State& state, SetInside&& action, Ports& ports);

using InsideActions = ActionList<SetInside>;

}  // namespace atelier::app
