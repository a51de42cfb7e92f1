// SPDX-License-Identifier: MIT
// Why: a filter must show what it says, and who has no answers yet must learn what to do.
#include "features/explore/panel/filter_menus.hpp"

#include <catch_amalgamated.hpp>

#include <cmath>
#include <cstdint>
#include <map>
#include <vector>

#include "core/class_names.hpp"
#include "kit/menu.hpp"
#include "tests/support/explore_page.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

// The network names every image right but the coats, which it takes for pullovers.
struct EvaluatedPage : ExplorePage {
  explicit EvaluatedPage(ImVec2 size = kDesktop) : ExplorePage(size) {
    program.load_model();
    program.act(app::Evaluate{app::EngineKind::kAtelierNn});
    std::vector<float> logits;
    for (std::uint32_t k = 0; k < 600; ++k) {
      const auto label = static_cast<std::uint8_t>(k % 10);
      const auto row = logits_for(label == kCoat ? kPullover : label);
      logits.insert(logits.end(), row.begin(), row.end());
    }
    program.send(app::EvaluationLogits{program.evaluator.started.back().token, 0, logits});
    program.send(app::EvaluationDone{program.evaluator.started.back().token, 1});
    frames(3);
  }
};

}  // namespace

TEST_CASE("a class's chip emits the filter, and All takes it away", "[ui][explore]") {
  ExplorePage page;
  for (int label = 0; label < static_cast<int>(core::kClassCount); ++label) {
    page.all_emitted.clear();
    page.click(page.item(label, "class"));
    const auto filters = page.emitted<app::SetFilter>();
    REQUIRE(filters.size() == 1);
    CHECK(filters[0].filter.label == label);
  }
  page.all_emitted.clear();
  page.click(page.item(-1, "class"));
  const auto filters = page.emitted<app::SetFilter>();
  REQUIRE(filters.size() == 1);
  CHECK(!filters[0].filter.label);
}

TEST_CASE("a chip opens its menu, and a choice there joins the filter", "[ui][explore]") {
  EvaluatedPage page;
  page.program.act(app::SetFilter{{.label = std::uint8_t{3}}});
  page.click(page.item("right"));
  page.frames(2);
  page.click(page.item(2, "choice", page.open_menu()));
  const auto filters = page.emitted<app::SetFilter>();
  REQUIRE(filters.size() == 1);
  app::ExploreFilter asked;
  asked.label = std::uint8_t{3};
  asked.right = false;
  CHECK(filters[0].filter == asked);
  page.frames(2);
  CHECK(!ui::any_menu_open());
}

TEST_CASE("a menu is opened, walked through and closed by keys", "[ui][explore]") {
  EvaluatedPage page;
  page.item("verdict");
  ImGuiWindow& main = NullWindow::window_named("Atelier");
  ImGui::FocusWindow(&main);
  ImGui::SetNavID(main.GetID("verdict"), ImGuiNavLayer_Main, 0, ImRect(0, 0, 10, 10));
  ImGui::SetNavCursorVisible(true);
  page.frames(2);
  page.press_key(ImGuiKey_Enter);
  page.frames(2);
  REQUIRE(ui::any_menu_open());
  page.press_key(ImGuiKey_DownArrow);
  page.press_key(ImGuiKey_DownArrow);
  CHECK(page.selected().empty());  // the grid does not walk meanwhile
  page.press_key(ImGuiKey_Enter);
  const auto filters = page.emitted<app::SetFilter>();
  REQUIRE(filters.size() == 1);
  CHECK(filters[0].filter.verdict == core::Verdict::kUnsure);
  page.frames(2);
  page.press_key(ImGuiKey_Enter);
  page.frames(2);
  page.press_key(ImGuiKey_Escape);
  CHECK(!ui::any_menu_open());
}

TEST_CASE("the sliders give a range of confidence in whole percent", "[ui][explore]") {
  EvaluatedPage page;
  page.click(page.item("confidence"));
  page.frames(2);
  const ui::Box least = page.item("least", page.open_menu());
  page.click(ImVec2{least.x + least.width * 0.75F, least.center().y});
  const auto filters = page.emitted<app::SetFilter>();
  REQUIRE(!filters.empty());
  const float value = filters.back().filter.least_confidence;
  CHECK(value == Catch::Approx(0.8F).margin(0.06));
  CHECK(std::round(100 * value) == Catch::Approx(100 * value).margin(1e-4));
  CHECK(filters.back().filter.most_confidence == 1);
}

TEST_CASE("what takes answers offers an evaluation while there are none", "[ui][explore]") {
  ExplorePage page;
  page.program.load_model();
  page.click(page.item("right"));
  page.frames(2);
  page.click(page.item("evaluate", page.open_menu()));
  CHECK(page.program.evaluator.started.size() == 1);
}

TEST_CASE("a filter of a script's without answers says so in place of the images",
          "[ui][explore]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone);
  ExplorePage page(size);
  page.program.load_model();
  page.program.act(app::SetFilter{{.right = false}});
  page.frames(2);
  CHECK(page.samples_drawn().empty());
  page.click(page.item("evaluate"));
  CHECK(page.program.evaluator.started.size() == 1);
}

TEST_CASE("where no image is left, all can be shown again", "[ui][explore]") {
  EvaluatedPage page;
  page.program.act(app::SetFilter{{.verdict = core::Verdict::kUnfamiliar}});
  page.frames(2);
  CHECK(page.samples_drawn().empty());
  page.click(page.item("clear"));
  page.frames(2);
  CHECK(!page.samples_drawn().empty());
}

TEST_CASE("wrong answers are marked by a dot, and no others", "[ui][explore]") {
  EvaluatedPage page;
  std::map<std::uint32_t, int> dots;
  const auto samples = page.samples_in_sight();
  for (const DrawnTriangle& triangle : NullWindow::triangles()) {
    if (!triangle.is_all(ui::palette(true).accent)) continue;
    for (const auto& [index, box] : samples) {
      if (box.contains(triangle.center())) ++dots[index];
    }
  }
  for (const auto& [index, box] : samples) {
    CAPTURE(index);
    CHECK(dots.contains(index) == (index % 10 == kCoat));
  }
}

TEST_CASE("what is shown can be saved as a picture", "[ui][explore]") {
  ExplorePage page(kDesktop, 30);
  page.program.act(app::SetFilter{{.label = std::uint8_t{3}}});
  page.frames(2);
  page.click(page.item("save"));
  REQUIRE(page.program.saver.saved.size() == 1);
  CHECK(page.program.saver.saved[0].name == "images-3.png");
}

TEST_CASE("on a phone the filters are behind one chip, and a finger moves them without choosing",
          "[ui][explore]") {
  EvaluatedPage page(kPhone);
  page.surroundings.coarse_pointer = true;
  page.frames(2);
  const ui::Box chip = page.item("filters");
  CHECK(chip.height >= ui::kTarget);
  page.tap(chip);
  page.frames(2);
  CHECK(page.samples_drawn().empty());
  const ui::Box trouser = page.item("label", 2, "choice", "filter list");
  CHECK(trouser.height >= ui::kTarget);
  const ImVec2 from = trouser.center();
  page.drag_finger(from, {from.x, from.y - 120});
  CHECK(page.emitted<app::SetFilter>().empty());
  CHECK(NullWindow::window_named("filter list").Scroll.y > 80);
  page.drag_finger(from, {from.x, from.y + 300});
  page.frames(120);

  page.tap(page.item("label", 4, "choice", "filter list"));
  const auto filters = page.emitted<app::SetFilter>();
  REQUIRE(filters.size() == 1);
  CHECK(filters[0].filter.label == 3);
  page.frames(2);
  page.tap(page.item("show"));
  page.frames(2);
  CHECK(page.samples_drawn().begin()->first == 3);
}
