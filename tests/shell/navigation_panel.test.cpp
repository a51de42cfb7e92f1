// SPDX-License-Identifier: MIT
// Why: who cannot change the view sees a third of the page.
#include "shell/navigation_panel.hpp"

#include <catch_amalgamated.hpp>

#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;

TEST_CASE("a click on the rail emits the view, and carried out it is shown", "[ui][navigation]") {
  Page page;
  page.frames(2);
  page.click(page.item("explore"));
  auto views = page.emitted<app::SetView>();
  REQUIRE(views.size() == 1);
  CHECK(views[0].view == app::View::kExplore);
  page.click(page.item("about"));
  page.click(page.item("draw"));
  views = page.emitted<app::SetView>();
  REQUIRE(views.size() == 3);
  CHECK(views[1].view == app::View::kAbout);
  CHECK(views[2].view == app::View::kDraw);
  CHECK(page.all_emitted.size() == 3);
  CHECK(page.program.state.view == app::View::kDraw);
}

TEST_CASE("a tap on the bar of a phone emits the view", "[ui][navigation]") {
  Page page(kPhone);
  page.surroundings.coarse_pointer = true;
  page.frames(2);
  page.tap(page.item("explore"));
  const auto views = page.emitted<app::SetView>();
  REQUIRE(views.size() == 1);
  CHECK(views[0].view == app::View::kExplore);
}

TEST_CASE("the rail can be reached by Tab and pressed by Enter", "[ui][navigation]") {
  Page page;
  page.frames(3);
  for (int k = 0; k < 2; ++k) page.press_key(ImGuiKey_Tab);
  page.press_key(ImGuiKey_Enter);
  const auto views = page.emitted<app::SetView>();
  REQUIRE(views.size() == 1);
  CHECK(views[0].view == app::View::kExplore);
}

TEST_CASE("the entries lie within their part of the page and are large enough for a finger",
          "[ui][navigation]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone, ImVec2{844, 390});
  Page page(size);
  page.frames(2);
  const ui::Box bounds = page.layout().navigation;
  for (const std::string_view view : core::names<app::View>) {
    const std::string label(view);
    CAPTURE(label);
    const ui::Box box = page.item(label.c_str());
    CHECK(bounds.contains(box.min()));
    CHECK(box.right() <= bounds.right());
    CHECK(box.bottom() <= bounds.bottom());
    CHECK(box.width >= ui::kTarget);
    CHECK(box.height >= ui::kTarget);
  }
}
