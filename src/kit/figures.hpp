// SPDX-License-Identifier: MIT
// kit/figures.hpp: numbers that are worth a large type, with what they are.
#pragma once

#include <span>
#include <string>

#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

struct Figure {
  std::string name;
  std::string value;
  std::string note;
};

// The first is the largest; on a phone two of the others share a row. Returns the height.
[[nodiscard]] float draw_figures(const PanelContext& context, const Figure& first,
                                 std::span<const Figure> others, Box box);

}  // namespace atelier::ui
