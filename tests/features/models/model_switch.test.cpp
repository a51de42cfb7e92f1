// SPDX-License-Identifier: MIT
// Why: whoever switches models wants the same garment answered by another one, and nothing else.
#include "features/models/panel/model_switch.hpp"

#include <catch_amalgamated.hpp>

#include <string>
#include <vector>

#include "features/models/words.hpp"
#include "kit/menu.hpp"
#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

struct SwitchingPage : Page {
  explicit SwitchingPage(ImVec2 size = kDesktop) : Page(size) {
    program.load_model();
    program.load_test_set(12);
    program.act(app::SelectSample{7});
    program.answer(kSneaker);
    frames(3);
  }
  [[nodiscard]] std::vector<std::string> selected() const {
    std::vector<std::string> ids;
    for (const auto& select : emitted<app::SelectModel>())
      ids.push_back(select.id.value_or("automatic"));
    return ids;
  }
};

}  // namespace

TEST_CASE("the chip opens the list of models, and one of them is chosen", "[ui][model_switch]") {
  SwitchingPage page;
  page.click(page.item("models"));
  page.frames(2);
  page.click(page.item("large", "model", page.open_menu()));
  CHECK(page.selected() == std::vector<std::string>{"large"});
  CHECK(page.program.state.engines.model_id == "large");
  CHECK(page.program.classifier.loads.back().id == "large");
  CHECK(page.program.state.input.index == 7U);
  page.frames(2);
  CHECK(!ui::any_menu_open());
}

TEST_CASE("a click that comes, presses and lets go between two frames opens it as well",
          "[ui][model_switch]") {
  SwitchingPage page;
  const ImVec2 at = page.item("models").center();
  for (const auto phase : {Page::Phase::kMove, Page::Phase::kDown, Page::Phase::kUp}) {
    page.window.pointer(phase, at);
  }
  page.settle();
  page.frames(2);
  CHECK(ui::any_menu_open());
}

TEST_CASE("the model in use is not loaded again", "[ui][model_switch]") {
  SwitchingPage page;
  page.click(page.item("models"));
  page.frames(2);
  page.click(page.item("small", "model", page.open_menu()));
  CHECK(page.selected().empty());
  page.frames(2);
  CHECK(!ui::any_menu_open());
}

TEST_CASE("on a phone the list lies over the canvas, which is not drawn on", "[ui][model_switch]") {
  SwitchingPage page(kPhone);
  for (const char* id : {"tiny", "sketch"}) page.program.state.models.push_back(model_named(id));
  page.surroundings.coarse_pointer = true;
  page.frames(2);
  const ui::Box target = page.item("models");
  CHECK(target.height >= ui::kTarget);
  page.tap(target);
  page.frames(2);
  const ui::Box row = page.item("large", "model", page.open_menu());
  CHECK(row.height >= ui::kTarget);
  REQUIRE(row.y < page.layout().prediction.y);
  page.tap(row);
  CHECK(page.selected() == std::vector<std::string>{"large"});

  page.frames(2);
  page.tap(page.item("models"));
  page.frames(2);
  const ui::Box canvas = page.canvas();
  page.tap(ui::Box{canvas.x + 20, canvas.y + 20, 2, 2});  // closes it
  page.frames(2);
  CHECK(!ui::any_menu_open());
  CHECK(page.emitted<app::BeginStroke>().empty());
  page.tap(ui::Box{canvas.x + 20, canvas.y + 20, 2, 2});
  CHECK(page.emitted<app::BeginStroke>().size() == 1);
}

TEST_CASE("a model's weight is told in rounded numbers", "[ui][model_switch]") {
  CHECK(app::size_words(model_named("small")) == "64.7K weights \xC2\xB7 1.2M multiply-adds");
}
