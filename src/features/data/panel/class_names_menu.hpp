// SPDX-License-Identifier: MIT
// features/data/panel/class_names_menu.hpp: a chip that opens ten fields for what the classes of
// the shown set are called. A name counts as soon as it is typed.
#pragma once

#include <array>

#include "features/data/actions.hpp"
#include "features/data/class_names.hpp"
#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

class ClassNamesMenu {
 public:
  [[nodiscard]] static float chip_width(const Theme& theme);
  // At the left end of `row`.
  void draw_left(const PanelContext& context, const Box& row);
  // At the right end of `row`; takes it and a gap off it.
  void draw_right(const PanelContext& context, Box& row);

 private:
  void draw(const PanelContext& context, const Box& at);
  void draw_fields(const PanelContext& context, Box box);

  // What is being typed may differ from the name that comes of it.
  std::array<std::array<char, app::kMaxNameBytes + 1>, core::kClassCount> texts_{};
};

}  // namespace atelier::ui
