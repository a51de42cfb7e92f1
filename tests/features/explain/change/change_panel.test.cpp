// SPDX-License-Identifier: MIT
// Why: the flip is what a visitor came to see: it must be there at once, be moved by hand, and
// never pass for the answer to the picture as it is.
#include "features/explain/change/panel/change_panel.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

constexpr std::uint8_t kShirt = 6;
constexpr int kLeast = 8;

struct ChangedPage : Page {
  explicit ChangedPage(ImVec2 size = kDesktop) : Page(size) {
    surroundings.still = true;
    program.load_both_engines();
    program.load_test_set(12);
    program.act(app::SelectSample{4});
    program.answer(kCoat);
    program.act(app::OpenWhy{app::WhyTopic::kChange});
    frames(3);
    found();
  }
  // From kLeast gray levels on it is a shirt. The upper half becomes brighter, the lower darker.
  void found() {
    app::FindChanges::Answer answer;
    const auto& seen = program.state.input.seen.pixels;
    for (int strength = 0; strength <= app::kMostStrength; ++strength) {
      for (std::size_t k = 0; k < app::kPixelCount; ++k) {
        const int by = k < app::kPixelCount / 2 ? strength : -strength;
        answer.images.push_back(static_cast<std::uint8_t>(std::clamp(seen[k] + by, 0, 255)));
      }
      const auto logits = logits_for(strength >= kLeast ? kShirt : kCoat, 3);
      answer.logits.insert(answer.logits.end(), logits.begin(), logits.end());
    }
    app::FindChanges::judge(answer, program.work.asked<app::FindChanges>().back().target);
    program.done<app::FindChanges>(answer);
    frames(3);
  }
  [[nodiscard]] const app::ChangeSettings& settings() const {
    return program.state.change.settings;
  }
  [[nodiscard]] std::size_t drawn_in(ImU32 color) const {
    std::size_t count = 0;
    for (const DrawnTriangle& triangle : NullWindow::triangles()) {
      if (triangle.is_all(color)) ++count;
    }
    return count;
  }
};

}  // namespace

TEST_CASE("the strength is a whole number of gray levels, chosen by hand", "[ui][change]") {
  const ImVec2 size =
      GENERATE(kDesktop, kPhone, ImVec2{844, 390}, ImVec2{768, 1024}, ImVec2{1280, 600});
  ChangedPage page(size);
  const ui::Box track = page.item("strength");
  CHECK(track.width > 100);
  page.click(ImVec2{track.x + 9, track.center().y});
  CHECK(page.settings().strength == 0);
  page.click(ImVec2{track.right() - 9, track.center().y});
  CHECK(page.settings().strength == app::kMostStrength);
  page.click(track.center());
  CHECK(page.settings().strength == app::kMostStrength / 2);
  page.click(page.item("least strength"));
  CHECK(!page.settings().strength);
  CHECK(page.program.work.asked<app::FindChanges>().size() == 1);
}

TEST_CASE("one step or many is chosen by chips", "[ui][change]") {
  ChangedPage page;
  page.click(page.item("many steps"));
  CHECK(page.settings().method == app::ChangeMethod::kManySteps);
  REQUIRE(page.program.work.asked<app::FindChanges>().size() == 2);
  CHECK(page.program.work.asked<app::FindChanges>().back().steps == nn::AttackSteps::kMany);
  page.found();
  page.click(page.item("one step"));
  CHECK(page.settings().method == app::ChangeMethod::kOneStep);
}

TEST_CASE("in the place of a phone's tools it is one chip that changes", "[ui][change]") {
  ChangedPage page(GENERATE(kPhone, ImVec2{844, 390}));
  page.click(page.item("steps"));
  CHECK(page.settings().method == app::ChangeMethod::kManySteps);
  page.found();
  page.click(page.item("steps"));
  CHECK(page.settings().method == app::ChangeMethod::kOneStep);
}

TEST_CASE("a press on a bar asks for its class, a second one for any", "[ui][change]") {
  ChangedPage page(GENERATE(kDesktop, kPhone));
  page.click(page.item(kTrouser, "bar"));
  CHECK(page.settings().target == kTrouser);
  CHECK(page.program.work.asked<app::FindChanges>().back().target == kTrouser);
  page.found();
  page.click(page.item(kTrouser, "bar"));
  CHECK(!page.settings().target);
  page.found();
  // Its own answer is what it is already.
  page.click(page.item(kCoat, "bar"));
  CHECK(!page.settings().target);
}

TEST_CASE("the change is shown apart, brighter in one colour and darker in the other",
          "[ui][change]") {
  ChangedPage page(GENERATE(kDesktop, kPhone, ImVec2{844, 390}, ImVec2{360, 640}));
  const std::size_t brighter = page.drawn_in(ui::opinion_color(1, 1));
  const std::size_t darker = page.drawn_in(ui::opinion_color(-1, 1));
  CHECK(brighter > 400);
  CHECK(darker > 400);
  // Twice as strong looks the same: the colours are of what is allowed.
  app::ChangeSettings settings;
  settings.strength = 0;
  page.program.act(app::SetChange{settings});
  page.frames(3);
  CHECK(page.drawn_in(ui::opinion_color(1, 1)) == 0);
  CHECK(page.drawn_in(ui::opinion_color(-1, 1)) == 0);
}

TEST_CASE("a sample is changed on the canvas and beside its answer, a drawing beside it alone",
          "[ui][change]") {
  ChangedPage page(GENERATE(kDesktop, kPhone));
  const auto& known = *app::known_changes(page.program.state);
  const auto pixels = app::changed_picture(known, kLeast);
  const auto on_canvas = [&](const std::vector<ui::Box>& boxes) {
    return std::count_if(boxes.begin(), boxes.end(),
                         [&](const ui::Box& box) { return page.canvas().contains(box.center()); });
  };
  auto boxes = page.pictures_of({pixels.begin(), pixels.end()});
  CHECK(boxes.size() == 2);
  CHECK(on_canvas(boxes) == 1);
  // Closed, it is as it was.
  page.program.act(app::OpenWhy{});
  page.frames(3);
  boxes = page.pictures_of(page.program.state.input.seen.pixels);
  CHECK(boxes.size() == 2);
  CHECK(on_canvas(boxes) == 1);

  page.program.act(app::ClearDrawing{});
  page.program.act(app::ApplyStroke{broad_stroke()});
  page.program.answer(kCoat);
  page.program.act(app::OpenWhy{app::WhyTopic::kChange});
  page.found();
  const auto drawn = app::changed_picture(*app::known_changes(page.program.state), kLeast);
  boxes = page.pictures_of({drawn.begin(), drawn.end()});
  CHECK(!boxes.empty());
  CHECK(on_canvas(boxes) == 0);
}
