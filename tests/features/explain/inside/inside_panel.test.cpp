// SPDX-License-Identifier: MIT
// Why: pointing at a number inside the network and seeing its pixels framed is the lesson; it must
// hit the very cell, by mouse and by finger, and never stay when the pointer has gone.
#include "features/explain/inside/panel/inside_panel.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "tests/support/layers.hpp"
#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

struct InsidePage : Page {
  // `more` layers like the last one.
  explicit InsidePage(ImVec2 size = kDesktop, std::size_t more = 0) : Page(size) {
    surroundings.still = true;
    program.load_both_engines();
    program.load_test_set(12);
    program.act(app::SelectSample{4});
    program.answer(kCoat);
    program.act(app::OpenWhy{app::WhyTopic::kInside});
    app::ReadLayers::Answer answer = layers_read();
    answer.layers.resize(answer.layers.size() + more, nn::LayerMaps(answer.layers.back()));
    answer.largest.resize(answer.layers.size(), answer.largest.back());
    program.done<app::ReadLayers>(answer);
    frames(3);
  }
  // The texture that has all three maps of the first layer: two beside each other.
  [[nodiscard]] ImTextureID first_layer() const {
    const auto ids = textures.of_size(56, 56);
    REQUIRE(ids.size() == 1);
    return ids[0];
  }
  // Where its map is drawn, the smallest first: as one of all, and in large.
  [[nodiscard]] std::vector<ui::Box> boxes_of(std::uint32_t map) const {
    std::vector<ui::Box> boxes;
    const auto triangles = NullWindow::triangles();
    for (std::size_t k = 0; k + 1 < triangles.size(); ++k) {
      if (triangles[k].texture != first_layer() || triangles[k + 1].texture != first_layer()) {
        continue;
      }
      Bounds bounds;
      bounds.add(triangles[k]);
      bounds.add(triangles[k + 1]);
      const ImVec2 uv = triangles[k].uv_center();
      const auto column = static_cast<std::uint32_t>(uv.x * 2);
      const auto row = static_cast<std::uint32_t>(uv.y * 2);
      if (row * 2 + column == map) boxes.push_back(bounds.box());
      ++k;
    }
    std::sort(boxes.begin(), boxes.end(),
              [](const ui::Box& a, const ui::Box& b) { return a.width < b.width; });
    return boxes;
  }
  [[nodiscard]] std::optional<app::InsideCell> cell() const {
    return program.state.inside.settings.cell;
  }
};

// In the middle of a cell of a map of 28 x 28.
ImVec2 middle_of(const ui::Box& map, float row, float column) {
  return {map.x + map.width * (column + 0.5F) / 28, map.y + map.height * (row + 0.5F) / 28};
}

}  // namespace

TEST_CASE("all maps of a layer are there, the largest number in white", "[ui][inside]") {
  const ImVec2 size =
      GENERATE(kDesktop, kPhone, ImVec2{844, 390}, ImVec2{768, 1024}, ImVec2{1280, 600});
  InsidePage page(size);
  const auto& atlas = page.textures[page.first_layer()].pixels;
  CHECK(atlas[0] == 0);
  CHECK(atlas[(28 + 27) * 56 + 27] == 255);  // the last number of the third map
  for (std::uint32_t map = 0; map < 3; ++map) {
    const auto boxes = page.boxes_of(map);
    REQUIRE(boxes.size() == 1);
    CHECK(std::abs(boxes[0].width - boxes[0].height) < 0.01F);
    CHECK(boxes[0].width >= 28);
    CHECK(boxes[0].x >= 0);
    CHECK(boxes[0].right() <= size.x);
    CHECK(boxes[0].bottom() <= size.y);
    CHECK(!page.canvas().contains(boxes[0].center()));
  }
}

TEST_CASE("the cell under the mouse is pointed at until the mouse has gone", "[ui][inside]") {
  InsidePage page;
  page.point_at(middle_of(page.boxes_of(1)[0], 9, 20));
  REQUIRE(page.cell());
  CHECK(*page.cell() == app::InsideCell{1, 9, 20});
  CHECK(page.boxes_of(1).size() == 2);  // in large, too
  page.point_at(middle_of(page.boxes_of(2)[0], 0, 27));
  CHECK(page.cell() == app::InsideCell{2, 0, 27});
  page.point_at(page.canvas().center());
  CHECK(!page.cell());
}

TEST_CASE("the maps are uploaded once, however the pointer moves", "[ui][inside]") {
  InsidePage page;
  const auto uploads = [&] { return page.textures[page.first_layer()].uploads; };
  REQUIRE(uploads() == 1);
  for (const float column : {3.0F, 9.0F, 21.0F}) {
    page.point_at(middle_of(page.boxes_of(0)[0], 5, column));
    REQUIRE(page.cell());
  }
  CHECK(uploads() == 1);
  // Those of another picture are others.
  page.program.act(app::SelectSample{5});
  page.program.answer(kCoat);
  page.program.done<app::ReadLayers>(layers_read());
  page.frames(2);
  CHECK(uploads() == 2);
}

TEST_CASE("a finger points, and what it has pointed at stays", "[ui][inside]") {
  InsidePage page(kPhone);
  const ImVec2 at = middle_of(page.boxes_of(2)[0], 14, 14);
  page.finger_down(at);
  page.finger_up(at);
  page.frames(3);
  REQUIRE(page.cell());
  CHECK(page.cell()->map == 2);
}

TEST_CASE("what a script has pointed at is not taken away", "[ui][inside]") {
  InsidePage page;
  page.point_at(page.canvas().center());
  page.program.act(app::SetInside{{.layer = 0, .cell = app::InsideCell{1, 2, 3}}});
  page.frames(5);
  CHECK(page.cell() == app::InsideCell{1, 2, 3});
}

TEST_CASE("the pixels that count are framed on the canvas", "[ui][inside]") {
  InsidePage page;
  page.program.act(app::SetInside{{.layer = 0, .cell = app::InsideCell{1, 2, 3}}});
  page.frames(3);
  // The rest is shaded: around columns 2 to 4, rows 1 to 3.
  const ui::Box canvas = page.canvas();
  const float pixel = canvas.width / 28;
  float left = canvas.right();
  float right = canvas.x;
  for (const DrawnTriangle& triangle : NullWindow::triangles()) {
    if (!triangle.is_all(IM_COL32(0, 0, 0, 110))) continue;
    Bounds bounds;
    bounds.add(triangle);
    const ui::Box box = bounds.box();
    if (box.x > canvas.x + 1) right = std::max(right, box.x);
    if (box.right() < canvas.right() - 1) left = std::min(left, box.right());
  }
  CHECK_THAT(left, Catch::Matchers::WithinAbs(static_cast<double>(canvas.x + 2 * pixel), 1.5));
  CHECK_THAT(right, Catch::Matchers::WithinAbs(static_cast<double>(canvas.x + 5 * pixel), 1.5));
}

TEST_CASE("another layer is chosen by its chip", "[ui][inside]") {
  InsidePage page;
  page.program.act(app::SetInside{{.layer = 0, .cell = app::InsideCell{1, 2, 3}}});
  page.frames(2);
  page.click(page.item(1, "layer"));
  CHECK(page.program.state.inside.settings == app::InsideSettings{.layer = 1, .cell = {}});
}

TEST_CASE("where there is no room for chips, from a menu", "[ui][inside]") {
  InsidePage page(GENERATE(kPhone, ImVec2{844, 390}), 5);
  page.click(page.item("layers"));
  page.click(page.item(1, "layer", Page::open_menu()));
  CHECK(page.program.state.inside.settings.layer == 1);
}
