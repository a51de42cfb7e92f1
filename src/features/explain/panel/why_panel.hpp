// SPDX-License-Identifier: MIT
// features/explain/panel/why_panel.hpp: the explanations of the answer, one at a time, in the
// strip's place of the view Draw. Each topic is a line in the table in why_panel.cpp and a panel
// file; those that have none are not offered.
#pragma once

#include <span>

#include "features/explain/change/panel/change_panel.hpp"
#include "features/explain/inside/panel/inside_panel.hpp"
#include "features/explain/neighbours/panel/neighbours_panel.hpp"
#include "features/explain/stress/panel/stress_panel.hpp"
#include "features/explain/why.hpp"
#include "kit/box.hpp"
#include "kit/panel_context.hpp"

namespace atelier::ui {

class WhyPanel {
 public:
  [[nodiscard]] static bool is_open(const app::State& state) { return find(state) != nullptr; }

  // The chip that opens and closes it; 0 wide while there is nothing to explain.
  [[nodiscard]] static float chip_width(const PanelContext& context);
  static void draw_chip(const PanelContext& context, const Box& box);

  // The rest must be open. In the place of the view's title: the topics to choose from.
  static void draw_title(const PanelContext& context, Box box, Style style);
  // Fills whatever room it is given, from a phone's two rows up. `has_title`: the topics are
  // offered elsewhere.
  void draw_content(const PanelContext& context, Box box, bool has_title);

 private:
  struct Topic;
  [[nodiscard]] static std::span<const Topic> topics();
  [[nodiscard]] static const Topic* find(const app::State& state);  // null: closed
  static void draw_menu(const PanelContext& context, Box box, const Topic& open);

  NeighboursPanel neighbours_;
  InsidePanel inside_;
  ChangePanel change_;
  StressPanel stress_;
};

}  // namespace atelier::ui
