// SPDX-License-Identifier: MIT
// shell/views.hpp: the views as they are drawn: a panel for each, which says of itself
//
//   static constexpr app::View kView    which one it is
//   static constexpr Icon kIcon         what the way to it looks like
//
// What is said beside it is view.<name> in words/en.json.
#pragma once

#include <array>
#include <tuple>

#include "app/view.hpp"
#include "features/about/panel/about_panel.hpp"
#include "features/draw/panel/draw_panel.hpp"
#include "features/explore/panel/explore_panel.hpp"
#include "features/report/panel/report_panel.hpp"

namespace atelier::ui {

using ViewPanels = std::tuple<DrawPanel, ExplorePanel, ReportPanel, AboutPanel>;

template <typename... Panels>
[[nodiscard]] constexpr bool are_all_views(const std::tuple<Panels...>*) {
  return std::array{Panels::kView...} == core::all_of<app::View>();
}
static_assert(are_all_views(static_cast<ViewPanels*>(nullptr)), "a panel for each, in their order");

}  // namespace atelier::ui
