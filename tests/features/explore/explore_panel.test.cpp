// SPDX-License-Identifier: MIT
// Why: 10,000 images, of which a frame may touch only those in sight, and a click must mean the one
// under the pointer and no other.
#include "features/explore/panel/explore_panel.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>
#include <span>
#include <variant>
#include <vector>

#include "tests/support/explore_page.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

// Of the grid: samples in its first row.
int columns_of(const std::map<std::uint32_t, ui::Box>& samples) {
  const float top = samples.begin()->second.y;
  return static_cast<int>(std::count_if(samples.begin(), samples.end(), [=](const auto& sample) {
    return std::abs(sample.second.y - top) < 1;
  }));
}

}  // namespace

TEST_CASE("of 10,000 images only the rows in sight are drawn", "[ui][explore]") {
  ExplorePage page(kDesktop, 10'000);
  const auto top = page.samples_drawn();
  CHECK(top.size() >= 80);
  CHECK(top.size() <= 250);
  CHECK(top.begin()->first == 0);

  page.press_key(ImGuiKey_Home);
  page.press_key(ImGuiKey_End);
  page.frames(3);
  const auto bottom = page.samples_drawn();
  CHECK(bottom.size() <= 250);
  CHECK(bottom.rbegin()->first == 9'999);
  CHECK(bottom.begin()->first > 9'700);
  CHECK(page.samples_in_sight().contains(9'999));
}

TEST_CASE("the grid fills the largest screens", "[ui][explore]") {
  const ImVec2 size = GENERATE(ImVec2{3840, 2160}, ImVec2{5120, 2880});
  CAPTURE(size.x, size.y);
  ExplorePage page(size, 10'000);
  const auto samples = page.samples_drawn();
  CHECK(samples.size() > 1'500);
  CHECK(samples.rbegin()->first == samples.size() - 1);
  CHECK(samples.rbegin()->second.bottom() >= size.y);
}

TEST_CASE("the grid shows the images in file order, each in a square of its own", "[ui][explore]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone);
  ExplorePage page(size);
  const auto samples = page.samples_drawn();
  const int columns = columns_of(samples);
  CHECK(columns >= 5);
  const ui::Box& first = samples.at(0);
  const ui::Box& second = samples.at(1);
  const float pitch = second.x - first.x;
  CHECK(first.width < pitch);
  for (const auto& [index, box] : samples) {
    CAPTURE(index);
    const auto column = static_cast<float>(static_cast<int>(index) % columns);
    const auto row = static_cast<float>(static_cast<int>(index) / columns);
    CHECK(box.x == Catch::Approx(first.x + column * pitch).margin(0.1));
    CHECK(box.y == Catch::Approx(first.y + row * pitch).margin(0.1));
    CHECK(box.width == Catch::Approx(box.height).margin(0.1));
    CHECK(box.right() <= page.layout().work.right());
  }
}

TEST_CASE("a click selects the image under the pointer", "[ui][explore]") {
  ExplorePage page;
  const auto samples = page.samples_in_sight();
  for (const std::uint32_t index : {0U, 1U, 17U, 64U}) {
    page.all_emitted.clear();
    page.click(samples.at(index));
    CHECK(page.selected() == std::vector{index});
  }
}

TEST_CASE("a click selects the right image after scrolling, and with a filter", "[ui][explore]") {
  ExplorePage page;
  const ImVec2 middle = page.samples_in_sight().at(40).center();
  page.point_at(middle);
  for (int k = 0; k < 7; ++k) {
    NullWindow::wheel(-1);
    page.settle();
  }
  REQUIRE(page.scroll() > 100);
  for (const auto& [index, box] : page.samples_in_sight()) {
    if (index % 13 != 0) continue;
    page.all_emitted.clear();
    page.click(box);
    CHECK(page.selected() == std::vector{index});
  }

  page.program.act(app::SetFilter{{.label = std::uint8_t{7}}});
  page.frames(3);
  for (const auto& [index, box] : page.samples_in_sight()) {
    CHECK(index % 10 == 7);
    if (index % 3 != 0) continue;
    page.all_emitted.clear();
    page.click(box);
    CHECK(page.selected() == std::vector{index});
  }
}

TEST_CASE("a click beside the images selects nothing", "[ui][explore]") {
  ExplorePage page(kDesktop, 17);
  const auto samples = page.samples_drawn();
  const ui::Box& last = samples.at(16);
  page.click(ImVec2{last.right() + last.width, last.center().y});
  page.click(ImVec2{last.center().x, last.bottom() + 100});
  CHECK(page.selected().empty());
}

TEST_CASE("Enter on the grid selects nothing while the pointer is elsewhere", "[ui][explore]") {
  ExplorePage page;
  NullWindow::pointer_gone();
  page.settle();
  ImGuiWindow& grid = NullWindow::window_named(kGrid);
  ImGui::FocusWindow(&grid);
  ImGui::SetNavID(grid.GetID("grid"), ImGuiNavLayer_Main, 0, ImRect(0, 0, 10, 10));
  ImGui::SetNavCursorVisible(true);
  page.frames(2);
  page.press_key(ImGuiKey_Enter);
  CHECK(page.selected().empty());
}

TEST_CASE("an image that has not arrived cannot be clicked", "[ui][explore]") {
  Page page;
  page.program.send_file(app::DatasetFile::kLabels, idx_labels(100));
  const ByteVector file = idx_samples(100);
  page.program.start_file(app::DatasetFile::kImages);
  page.program.send_chunk(app::DatasetFile::kImages, std::span(file).first(16 + 784 * 20));
  page.program.act(app::SetView{app::View::kExplore});
  page.frames(3);
  const auto samples = page.samples_drawn();
  CHECK(samples.size() == 20);
  const ui::Box& first = samples.at(0);
  const int columns = columns_of(samples);
  const float pitch = samples.at(1).x - first.x;
  // Number 20 + columns is there as an empty cell.
  page.click(ImVec2{first.center().x + pitch * static_cast<float>(20 % columns),
                    first.center().y + pitch * static_cast<float>(20 / columns + 1)});
  CHECK(page.all_emitted.empty());
}

TEST_CASE("the arrow keys walk the selection and stop at the ends", "[ui][explore]") {
  ExplorePage page;
  const auto columns = static_cast<std::uint32_t>(columns_of(page.samples_drawn()));
  const auto after = [&](ImGuiKey key) {
    page.press_key(key);
    REQUIRE(page.program.state.input.index);
    return *page.program.state.input.index;
  };
  CHECK(after(ImGuiKey_RightArrow) == 0);  // to begin with
  CHECK(after(ImGuiKey_RightArrow) == 1);
  CHECK(after(ImGuiKey_DownArrow) == 1 + columns);
  CHECK(after(ImGuiKey_LeftArrow) == columns);
  CHECK(after(ImGuiKey_UpArrow) == 0);
  CHECK(after(ImGuiKey_UpArrow) == 0);
  CHECK(after(ImGuiKey_LeftArrow) == 0);
  CHECK(after(ImGuiKey_PageDown) == 8 * columns);
  CHECK(after(ImGuiKey_End) == 599);
  CHECK(after(ImGuiKey_RightArrow) == 599);
  CHECK(after(ImGuiKey_Home) == 0);
}

TEST_CASE("the walk goes through what the filter shows", "[ui][explore]") {
  ExplorePage page;
  page.program.act(app::SetFilter{{.label = std::uint8_t{3}}});
  page.frames(2);
  page.press_key(ImGuiKey_RightArrow);
  page.press_key(ImGuiKey_RightArrow);
  page.press_key(ImGuiKey_RightArrow);
  CHECK(page.selected() == std::vector<std::uint32_t>{3, 13, 23});
}

TEST_CASE("the selected image is kept in sight while keys walk", "[ui][explore]") {
  ExplorePage page;
  page.press_key(ImGuiKey_Home);
  for (int k = 0; k < 30; ++k) {
    page.press_key(ImGuiKey_DownArrow);
    page.frames(2);
    REQUIRE(page.samples_in_sight().contains(*page.program.state.input.index));
  }
  CHECK(page.scroll() > 0);
  page.press_key(ImGuiKey_Home);
  page.frames(2);
  CHECK(page.samples_in_sight().contains(0));
}

TEST_CASE("the jump field goes to an index, or to the last one", "[ui][explore]") {
  ExplorePage page(kDesktop, 10'000);
  page.jump_to("4321");
  CHECK(page.selected() == std::vector<std::uint32_t>{4'321});
  CHECK(page.samples_in_sight().contains(4'321));
  page.jump_to("0");
  CHECK(page.samples_in_sight().contains(0));
  page.jump_to("99999");
  CHECK(page.selected() == std::vector<std::uint32_t>{4'321, 0, 9'999});
  CHECK(page.samples_in_sight().contains(9'999));
  page.jump_to("9999999999999999");
  CHECK(page.selected().back() == 9'999);
}

TEST_CASE("what is typed goes nowhere before Enter, and letters are no index", "[ui][explore]") {
  ExplorePage page;
  page.click(page.item("##jump"));
  page.type("12");
  page.press_key(ImGuiKey_LeftArrow);
  page.press_key(ImGuiKey_Home);
  CHECK(page.all_emitted.empty());
  page.press_key(ImGuiKey_Escape);
  page.jump_to("abc");
  CHECK(page.all_emitted.empty());
}

TEST_CASE("a jump to an image that the filter hides shows all images", "[ui][explore]") {
  ExplorePage page;
  page.program.act(app::SetFilter{{.label = std::uint8_t{3}}});
  page.frames(2);
  page.jump_to("14");
  REQUIRE(page.all_emitted.size() == 2);
  CHECK(!page.all_emitted[0].get_if<app::SetFilter>()->filter.label);
  CHECK(page.all_emitted[1].get_if<app::SelectSample>()->index == 14);
  page.all_emitted.clear();

  page.program.act(app::SetFilter{{.label = std::uint8_t{3}}});
  page.jump_to("13");
  CHECK(page.emitted<app::SetFilter>().empty());
}

TEST_CASE("a finger scrolls the grid and selects nothing, a tap selects", "[ui][explore]") {
  ExplorePage page(kPhone);
  const auto before = page.samples_in_sight();
  const ui::Box at = before.at(10);
  const ImVec2 from = at.center();
  page.drag_finger(from, {from.x, from.y - 140});
  CHECK(page.selected().empty());
  CHECK(page.scroll() > 100);
  page.frames(120);
  CHECK(!page.drawn.moving);

  const auto after = page.samples_in_sight();
  const auto& [index, box] = *std::next(after.begin(), 8);
  page.tap(box);
  CHECK(page.selected() == std::vector{index});
}

TEST_CASE("a flung grid runs out and comes to rest, at once for who asked for less motion",
          "[ui][explore]") {
  const bool still = GENERATE(false, true);
  ExplorePage page(kPhone);
  page.surroundings.still = still;
  const ImVec2 from = page.samples_in_sight().at(14).center();
  page.finger_down(from);
  for (int k = 1; k <= 8; ++k) {
    page.window.pointer(NullWindow::Phase::kMove, {from.x, from.y - 16.0F * static_cast<float>(k)},
                        ImGuiMouseSource_TouchScreen);
    page.frame();
  }
  const float when_lifted = page.scroll();
  page.finger_up({from.x, from.y - 128});
  page.frames(300);
  CHECK(!page.drawn.moving);
  if (still) {
    CHECK(page.scroll() <= when_lifted + 17);
  } else {
    CHECK(page.scroll() > when_lifted + 50);
  }
  CHECK(page.selected().empty());
}

TEST_CASE("a mouse that drags does not scroll the grid", "[ui][explore]") {
  ExplorePage page;
  const ImVec2 from = page.samples_in_sight().at(30).center();
  page.press(from);
  page.point_at({from.x, from.y - 100});
  page.release({from.x, from.y - 100});
  CHECK(page.scroll() == 0);
}

TEST_CASE("the shown sample can be drawn over from here", "[ui][explore]") {
  ExplorePage page;
  page.program.act(app::SelectSample{5});
  page.frames(2);
  page.click(page.item("edit"));
  REQUIRE(page.all_emitted.size() == 2);
  CHECK(page.all_emitted[0].get_if<app::EditSample>()->index == 5);
  CHECK(page.all_emitted[1].get_if<app::SetView>()->view == app::View::kDraw);
}

TEST_CASE("the selection is seen by a ring around it", "[ui][explore]") {
  ExplorePage page;
  const auto rings = [&] {
    Bounds bounds;
    for (const DrawnTriangle& triangle : NullWindow::triangles()) {
      const bool in_grid = page.layout().work.contains(triangle.center());
      if (in_grid && triangle.is_all(ui::palette(false).accent)) bounds.add(triangle);
    }
    return bounds.box();
  };
  CHECK(rings().width == 0);
  const ui::Box cell = page.samples_in_sight().at(25);
  page.program.act(app::SelectSample{25});
  page.frames(2);
  CHECK(rings().center().x == Catch::Approx(cell.center().x).margin(0.5));
  CHECK(rings().center().y == Catch::Approx(cell.center().y).margin(0.5));
  CHECK(rings().width > cell.width);
}
