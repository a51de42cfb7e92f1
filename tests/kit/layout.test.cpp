// SPDX-License-Identifier: MIT
// Why: on every screen from a phone to a projector the answer must be in sight, and no part may lie
// under another.
#include "kit/layout.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

#include "kit/theme.hpp"

using atelier::ui::Box;
using atelier::ui::Layout;
using atelier::ui::layout_for;

namespace {

float area(const Box& box) { return box.width * box.height; }

float shared_area(const Box& a, const Box& b) {
  const float width = std::min(a.right(), b.right()) - std::max(a.x, b.x);
  const float height = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
  return std::max(width, 0.0F) * std::max(height, 0.0F);
}

void check_parts(const Layout& layout, const Box& room) {
  const std::array<Box, 3> parts = {layout.navigation, layout.work, layout.prediction};
  float covered = 0;
  for (std::size_t k = 0; k < parts.size(); ++k) {
    CAPTURE(k, parts[k].x, parts[k].y, parts[k].width, parts[k].height);
    CHECK(shared_area(parts[k], room) == area(parts[k]));
    for (std::size_t other = k + 1; other < parts.size(); ++other) {
      CHECK(shared_area(parts[k], parts[other]) == 0);
    }
    covered += area(parts[k]);
  }
  CHECK(covered == area(room));
}

}  // namespace

TEST_CASE("the parts cover the page, do not overlap, and the prediction is in sight",
          "[ui][layout]") {
  const ImVec2 size = GENERATE(ImVec2{1280, 800}, ImVec2{1024, 768}, ImVec2{768, 1024},
                               ImVec2{390, 844}, ImVec2{844, 390}, ImVec2{1920, 1080});
  CAPTURE(size.x, size.y);
  const Layout layout = layout_for(size, 0, 0);
  check_parts(layout, {0, 0, size.x, size.y});
  CHECK(layout.prediction.width >= 280);
  CHECK(layout.prediction.height >= 280);
  CHECK(layout.work.width >= 280);
  CHECK(layout.work.height >= 280);
}

TEST_CASE("a narrow or upright page is a column with the views below, a wide one has a rail",
          "[ui][layout]") {
  const Layout narrow = layout_for({390, 844}, 0, 0);
  CHECK(narrow.phone);
  CHECK(narrow.work.y == 0);
  CHECK(narrow.prediction.y == narrow.work.bottom());
  CHECK(narrow.navigation.y == narrow.prediction.bottom());
  CHECK(narrow.navigation.width == 390);

  CHECK(layout_for({768, 1024}, 0, 0).phone);   // a tablet that stands
  CHECK(!layout_for({1024, 768}, 0, 0).phone);  // and one that lies
  CHECK(!layout_for({844, 390}, 0, 0).phone);

  const Layout wide = layout_for({1280, 800}, 0, 0);
  CHECK(!wide.phone);
  CHECK(wide.navigation.x == 0);
  CHECK(wide.work.x == wide.navigation.right());
  CHECK(wide.prediction.x == wide.work.right());
  CHECK(wide.prediction.height == 800);
}

TEST_CASE("nothing but the bar's ground lies under a phone's notch and home bar", "[ui][layout]") {
  const Layout layout = layout_for({390, 844}, 47, 34);
  check_parts(layout, {0, 47, 390, 844 - 47});
  CHECK(layout.work.y == 47);
  CHECK(layout.navigation.height == atelier::ui::kBottomBarHeight + 34);
}

TEST_CASE("a page too small for anything gives no part a negative size", "[ui][layout]") {
  const ImVec2 size = GENERATE(ImVec2{0, 0}, ImVec2{1, 1}, ImVec2{100, 50}, ImVec2{800, 10});
  const Layout layout = layout_for(size, 47, 0);
  for (const Box& part : {layout.navigation, layout.work, layout.prediction}) {
    CHECK(part.width >= 0);
    CHECK(part.height >= 0);
  }
}
