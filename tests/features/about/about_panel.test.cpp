// SPDX-License-Identifier: MIT
// Why: licences and keys are at the end of this text; on a phone it must scroll to there.
#include "features/about/panel/about_panel.hpp"

#include <catch_amalgamated.hpp>

#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

struct AboutPage : Page {
  explicit AboutPage(ImVec2 size) : Page(size) {
    program.load_model();
    program.load_test_set(3);
    program.act(app::SetView{app::View::kAbout});
    frames(3);
  }
  ImGuiWindow& text() { return NullWindow::window_named("about text"); }
};

}  // namespace

TEST_CASE("the text about the page scrolls to its end, by wheel and by finger", "[ui][about]") {
  AboutPage page(kPhone);
  REQUIRE(page.text().ScrollMax.y > 100);
  const ImVec2 middle = page.layout().work.center();
  page.point_at(middle);
  for (int k = 0; k < 60; ++k) {
    NullWindow::wheel(-2);
    page.settle();
  }
  CHECK(page.text().Scroll.y == page.text().ScrollMax.y);
  page.drag_finger(middle, {middle.x, middle.y + 150});
  CHECK(page.text().Scroll.y < page.text().ScrollMax.y - 100);
  CHECK(page.all_emitted.empty());
}

TEST_CASE("lines of the text are no longer than can be read", "[ui][about]") {
  AboutPage page({2560, 1440});
  Bounds text;
  const ui::Box work = page.layout().work;
  for (const DrawnTriangle& triangle : NullWindow::triangles()) {
    if (work.contains(triangle.center()) && triangle.is_all(ui::palette(false).muted)) {
      text.add(triangle);
    }
  }
  CHECK(text.box().width > 400);
  CHECK(text.box().width <= 641);
}
