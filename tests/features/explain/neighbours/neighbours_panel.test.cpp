// SPDX-License-Identifier: MIT
// Why: eight pictures with eight names are only worth something if each name stands under its own
// picture, wherever there is room for them.
#include "features/explain/neighbours/panel/neighbours_panel.hpp"

#include <catch_amalgamated.hpp>

#include <cstdint>
#include <vector>

#include "features/explain/neighbours/neighbours.hpp"
#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

constexpr int kSheet = 28 * static_cast<int>(app::kNeighbourCount);

struct NeighboursPage : Page {
  explicit NeighboursPage(ImVec2 size = kDesktop) : Page(size) {
    surroundings.still = true;
    program.has_own_engine = true;
    auto small = model_named("small");
    small.neighbours_bytes = 1'900'000;
    program.send(app::ModelsListed{{small}, "small"});
    program.send(app::ModelLoaded{program.classifier.loads.back().token});
    program.send(app::ModelLoaded{program.own_engine.loads.back().token});
    program.load_test_set(12);
    program.act(app::SelectSample{4});
    program.answer(kCoat);
    frames(3);
  }
  // Two of them are no coats.
  void found() {
    std::vector<core::Neighbour> nearest;
    for (std::uint32_t k = 0; k < app::kNeighbourCount; ++k) {
      nearest.push_back({.number = 1000 + k,
                         .label = k >= 6 ? kPullover : kCoat,
                         .degrees = 4 + static_cast<float>(k),
                         .piece = 2,
                         .place = k});
    }
    program.send(app::NeighboursFound{program.neighbours.questions.back().token, nearest, 1});
    frames(3);
  }
  void pictured() {
    std::vector<std::uint8_t> pixels(60 * app::kPixelCount);
    for (std::size_t k = 0; k < pixels.size(); ++k) {
      pixels[k] = static_cast<std::uint8_t>(10 + k / app::kPixelCount);
    }
    program.send(app::TrainingPictures{program.neighbours.fetches.back().token, pixels});
    frames(3);
  }
  // Of the pictures that are drawn, by their places on the sheet.
  [[nodiscard]] std::vector<ui::Box> pictures() const {
    std::vector<Bounds> bounds(app::kNeighbourCount);
    for (const ImTextureID sheet : textures.of_size(28, kSheet)) {
      for (const DrawnTriangle& triangle : NullWindow::triangles()) {
        if (triangle.texture != sheet) continue;
        bounds[static_cast<std::size_t>(triangle.uv_center().y * app::kNeighbourCount)].add(
            triangle);
      }
    }
    std::vector<ui::Box> boxes;
    for (const Bounds& each : bounds) {
      if (each.box().width > 0) boxes.push_back(each.box());
    }
    return boxes;
  }
};

}  // namespace

TEST_CASE("the topics are chosen in the title's place", "[ui][neighbours]") {
  const bool phone = GENERATE(false, true);
  NeighboursPage page(phone ? kPhone : ImVec2{1440, 900});
  page.click(page.item("why"));
  CHECK(page.program.state.why == app::WhyTopic::kMap);
  if (phone) {
    page.click(page.item("why topics"));
    page.click(page.item("neighbours", page.open_menu()));
  } else {
    page.click(page.item("neighbours"));
  }
  CHECK(page.program.state.why == app::WhyTopic::kNeighbours);
  CHECK(page.program.neighbours.questions.size() == 1);
  page.click(page.item("why"));
  CHECK(!page.program.state.why);
}

TEST_CASE("what explains has a cross that closes it, as Escape does", "[ui][neighbours]") {
  const bool phone = GENERATE(false, true);
  NeighboursPage page(phone ? kPhone : ImVec2{1440, 900});
  page.program.act(app::OpenWhy{app::WhyTopic::kNeighbours});
  page.frames(2);
  page.click(page.item(phone ? "close why" : "neighbours"));
  CHECK(!page.program.state.why);
  page.program.act(app::OpenWhy{app::WhyTopic::kNeighbours});
  page.frames(2);
  page.press_key(ImGuiKey_Escape);
  CHECK(!page.program.state.why);
}

TEST_CASE("without a title the topics stand with what they explain", "[ui][neighbours]") {
  NeighboursPage page(ImVec2{844, 390});
  page.click(page.item("why"));
  page.click(page.item("why topics"));  // too many for a row beside the canvas
  page.click(page.item("neighbours", page.open_menu()));
  CHECK(page.program.state.why == app::WhyTopic::kNeighbours);
}

TEST_CASE("eight pictures stand apart and within the page", "[ui][neighbours]") {
  const ImVec2 size =
      GENERATE(kDesktop, kPhone, ImVec2{844, 390}, ImVec2{768, 1024}, ImVec2{360, 640});
  NeighboursPage page(size);
  const ui::Box canvas = page.canvas();
  page.program.act(app::OpenWhy{app::WhyTopic::kNeighbours});
  page.found();
  CHECK(page.pictures().empty());
  page.pictured();
  const auto pictures = page.pictures();
  REQUIRE(pictures.size() == app::kNeighbourCount);
  CHECK(page.canvas().width == canvas.width);  // the canvas keeps its room
  for (std::size_t k = 0; k < pictures.size(); ++k) {
    CHECK(pictures[k].width >= 24);
    CHECK(pictures[k].width == Catch::Approx(pictures[k].height).margin(0.5));
    CHECK(pictures[k].right() < size.x);
    CHECK(pictures[k].bottom() < size.y);
    const bool beside = k + 1 < pictures.size() && pictures[k + 1].y == pictures[k].y;
    if (beside) CHECK(pictures[k + 1].x > pictures[k].right());
    CHECK(!page.canvas().contains(pictures[k].center()));
  }
}

TEST_CASE("on a phone there is room for a name beside or below each picture", "[ui][neighbours]") {
  const ImVec2 size = GENERATE(kPhone, ImVec2{844, 390}, ImVec2{360, 640});
  NeighboursPage page(size);
  page.program.act(app::OpenWhy{app::WhyTopic::kNeighbours});
  page.found();
  page.pictured();
  const auto pictures = page.pictures();
  REQUIRE(pictures.size() == app::kNeighbourCount);
  const float pitch = pictures[1].x - pictures[0].x;
  constexpr float kName = 47;  // "Sneaker" is 46 wide
  const bool one_row = pictures[0].y == pictures[7].y;
  CHECK(pitch - (one_row ? 0 : pictures[0].width) > kName);
  if (one_row) CHECK(pictures[0].bottom() + 16 < size.y);
}

TEST_CASE("an index that did not come can be asked for again", "[ui][neighbours]") {
  NeighboursPage page(GENERATE(kDesktop, kPhone, ImVec2{844, 390}));
  page.program.act(app::OpenWhy{app::WhyTopic::kNeighbours});
  page.program.send(app::NeighboursFailed{page.program.neighbours.questions.back().token,
                                          {core::ErrorCode::kNetwork, ""}});
  page.frames(3);
  page.click(page.item("again"));
  CHECK(page.program.neighbours.questions.size() == 2);
}
