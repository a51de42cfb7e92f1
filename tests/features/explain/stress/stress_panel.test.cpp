// SPDX-License-Identifier: MIT
// Why: who turns a picture must see it turned, what is answered then, and the way back.
#include "features/explain/stress/panel/stress_panel.hpp"

#include <catch_amalgamated.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/distortion.hpp"
#include "features/explain/stress/stress.hpp"
#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;
using app::StressKind;

namespace {

struct StressedPage : Page {
  explicit StressedPage(ImVec2 size = kDesktop) : Page(size) {
    surroundings.still = true;
    program.load_both_engines();
    program.load_test_set(12);
    program.act(app::SelectSample{4});
    program.answer(kCoat);
    program.act(app::OpenWhy{app::WhyTopic::kStress});
    frames(3);
    answered(kCoat);
  }
  // All that is asked, until nothing is.
  void answered(std::uint8_t label, float lead = 3) {
    while (program.state.stress.in_flight) {
      app::StressClassified event{program.state.stress.in_flight->token, {}};
      const std::size_t count = program.stress.requests.back().pixels.size() / app::kPixelCount;
      for (std::size_t k = 0; k < count; ++k) {
        const auto logits = logits_for(label, lead);
        event.logits.insert(event.logits.end(), logits.begin(), logits.end());
      }
      program.send(event);
    }
    frames(3);
  }
  [[nodiscard]] const core::Distortion& distortion() const {
    return program.state.stress.distortion;
  }
  // By a chip, or by the menu where there is no room for chips.
  void choose(StressKind kind) {
    const bool wide = window.size.x >= 1000 && window.size.y >= 700;
    if (wide) return click(item(static_cast<int>(kind), "distortion"));
    click(item("distortions"));
    click(item(static_cast<int>(kind), "distortion", open_menu()));
  }
};

// Of a filled shape, no letter and no line.
bool is_plain(const DrawnTriangle& triangle) {
  const auto& [a, b, c] = triangle.corners;
  return a.uv.x == b.uv.x && a.uv.x == c.uv.x && a.uv.y == b.uv.y && a.uv.y == c.uv.y;
}

}  // namespace

TEST_CASE("each distortion has its slider, and its middle or its end changes nothing",
          "[ui][stress]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone, ImVec2{844, 390}, ImVec2{1280, 600});
  StressedPage page(size);
  for (const StressKind kind : {StressKind::kBlur, StressKind::kShiftX, StressKind::kNoise}) {
    page.choose(kind);
    REQUIRE(page.program.state.stress.along == kind);
    const ui::Box track = page.item("stress slider");
    page.click(ImVec2{track.right() - 9, track.center().y});
    CHECK(app::stress_value(page.distortion(), kind) == app::stress_range(kind).most);
    page.answered(kTrouser);
    const bool one_sided = app::neutral_stress(kind) == app::stress_range(kind).least;
    page.click(one_sided ? ImVec2{track.x + 9, track.center().y} : track.center());
    CHECK(app::is_neutral(page.distortion()));
    page.answered(kCoat);
  }
}

TEST_CASE("Reset takes all distortions away, and is there while there is one", "[ui][stress]") {
  StressedPage page(GENERATE(kDesktop, kPhone));
  page.program.act(app::SetStress{{.turn = 90, .blur = 2}, StressKind::kTurn});
  page.answered(kTrouser);
  page.click(page.item("reset stress"));
  CHECK(page.distortion() == core::Distortion{});
  CHECK(page.program.state.stress.along == StressKind::kTurn);
}

TEST_CASE("choosing a slider distorts nothing by itself", "[ui][stress]") {
  StressedPage page;
  page.choose(StressKind::kContrast);
  CHECK(app::is_neutral(page.distortion()));
  CHECK(page.emitted<app::SetStress>().size() == 1);
}

TEST_CASE("the dot on the curve is whole, and what is shaded is said", "[ui][stress]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone, ImVec2{844, 390}, ImVec2{1280, 600});
  StressedPage page(size);
  page.choose(StressKind::kTurn);
  page.program.act(app::SetStress{{.turn = 30}, StressKind::kTurn});
  page.answered(kCoat, 20);  // the dot is as high as can be
  page.program.act(app::SetStress{{}, StressKind::kTurn});
  page.answered(kCoat, 20);
  const ui::Box track = page.item("stress slider");
  Bounds dot;
  Bounds shade;
  for (const DrawnTriangle& triangle : NullWindow::triangles()) {
    const ImVec2 at = triangle.center();
    if (!page.layout().work.contains(at)) continue;
    const bool in_middle = std::abs(at.x - track.center().x) < 5;
    const bool near_dot = in_middle && at.y > track.y - 100 && at.y < track.bottom();
    if (near_dot && is_plain(triangle) && triangle.is_all(ui::palette(false).text)) {
      dot.add(triangle);
    }
    if (triangle.is_all(ui::palette(false).accent_soft)) shade.add(triangle);
  }
  CHECK(dot.box().height > 6);
  if (size.y == kPhone.y) CHECK(dot.box().y >= track.y);  // the curve lies behind the slider
  if (size.y == 390) return;  // where the slider stands beside its chips there is no legend
  // Nothing is lost along this curve, so that it is the legend alone.
  // Its softened edge, half a pixel on each side, is not all of that colour.
  CHECK(shade.box().width == Catch::Approx(9.5).margin(1));
  CHECK(shade.box().height == Catch::Approx(9.5).margin(1));
}

TEST_CASE("the distorted picture is what is seen, until the topic is left", "[ui][stress]") {
  StressedPage page(GENERATE(kDesktop, kPhone));
  const core::Distortion distortion{.turn = 45};
  page.program.act(app::SetStress{distortion, StressKind::kTurn});
  page.answered(kTrouser);
  const auto seen = page.program.state.input.seen;
  const auto turned = core::distorted(seen, distortion).pixels;
  CHECK(page.pictures_of(turned).size() == 2);
  page.program.act(app::OpenWhy{app::WhyTopic::kMap});
  page.frames(3);
  CHECK(page.pictures_of(turned).empty());
  CHECK(page.pictures_of(seen.pixels).size() == 2);
}
