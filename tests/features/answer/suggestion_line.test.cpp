// SPDX-License-Identifier: MIT
// Why: a suggestion must be in reach wherever one draws, and move nothing when it comes.
#include "features/answer/panel/suggestion_line.hpp"

#include <catch_amalgamated.hpp>

#include "features/answer/suggestion.hpp"
#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

// Around the tracks of the bars.
ui::Box bars(const Page& page) {
  Bounds bounds;
  for (const DrawnTriangle& triangle : NullWindow::triangles()) {
    const bool in_sight = page.layout().prediction.contains(triangle.center());
    if (in_sight && triangle.is_all(ui::palette(false).sunk)) bounds.add(triangle);
  }
  return bounds.box();
}

}  // namespace

TEST_CASE("the model that might read a drawing is a press away, and nothing moves",
          "[ui][suggestion]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone, ImVec2{844, 390}, ImVec2{768, 1024},
                               ImVec2{1024, 768}, ImVec2{360, 640});
  Page page(size);
  page.surroundings.still = true;
  page.surroundings.coarse_pointer = GENERATE(false, true);
  auto sketch = model_named("sketch");
  sketch.reads_drawings = true;
  page.program.send(app::ModelsListed{{model_named("small"), sketch}, "small"});
  page.program.send(app::ModelLoaded{page.program.classifier.loads.back().token});
  page.program.act(app::SelectModel{"small"});
  page.program.send(app::ModelLoaded{page.program.classifier.loads.back().token});
  page.program.load_test_set(12);
  page.program.act(app::ApplyStroke{broad_stroke()});
  page.program.answer(kCoat);
  page.frames(3);
  REQUIRE(!app::suggestion(page.program.state));
  const ui::Box before = bars(page);

  page.program.act(app::ApplyStroke{broad_stroke(0.3F)});
  page.program.answer(std::array<float, 10>{});
  page.frames(3);
  REQUIRE(app::suggestion(page.program.state));
  CHECK(bars(page).y == before.y);
  CHECK(bars(page).height == before.height);
  const ui::Box link = page.item("use suggested model");
  const ui::Box prediction = page.layout().prediction;
  CHECK(prediction.contains(link.min()));
  CHECK(prediction.contains({link.right() - 1, link.bottom() - 1}));
  if (page.surroundings.coarse_pointer) CHECK(link.height >= 44);

  page.click(link);
  REQUIRE(page.emitted<app::SelectModel>().size() == 1);
  CHECK(page.emitted<app::SelectModel>().front().id == "sketch");
  CHECK(!app::suggestion(page.program.state));
}
