// SPDX-License-Identifier: MIT
// Why: every panel is made of these, and each of them is given boxes of any size.
#include "kit/widgets.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <string>

#include "tests/support/null_window.hpp"

using namespace atelier::ui;
using namespace atelier::test;

namespace {

// A window that fills the screen, and a theme with ImGui's own font.
class Stage {
 public:
  template <typename Draw>
  void frame(const Draw& draw) {
    window.frame([&] {
      theme.fonts = {ImGui::GetFont(), ImGui::GetFont(), ImGui::GetFont()};
      ImGui::SetNextWindowPos({0, 0});
      ImGui::SetNextWindowSize(window.size);
      ImGui::Begin("Stage", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground);
      draw();
      ImGui::End();
    });
  }
  static Box drawn() {
    Bounds bounds;
    for (const DrawnTriangle& triangle : NullWindow::triangles()) bounds.add(triangle);
    return bounds.box();
  }

  NullWindow window{{800, 600}};
  Theme theme;
};

constexpr ImU32 kInk = IM_COL32_WHITE;

}  // namespace

TEST_CASE("text stands left, centred or right in its box", "[ui][widgets]") {
  Stage stage;
  const Box box{100, 100, 300, 40};
  const auto drawn = [&](Align align) {
    stage.frame([&] { draw_text(stage.theme, box, Style::kBody, kInk, "Ankle boot", align); });
    return Stage::drawn();
  };
  CHECK(drawn(Align::kLeft).x == Catch::Approx(100).margin(2));
  CHECK(drawn(Align::kCenter).center().x == Catch::Approx(250).margin(2));
  CHECK(drawn(Align::kRight).right() == Catch::Approx(400).margin(2));
  CHECK(drawn(Align::kLeft).center().y == Catch::Approx(120).margin(4));
}

TEST_CASE("text that does not fit is cut and stays in its box", "[ui][widgets]") {
  Stage stage;
  const float width = GENERATE(0.0F, 5.0F, 40.0F, 90.0F);
  stage.frame([&] {
    draw_text(stage.theme, {100, 100, width, 20}, Style::kBody, kInk,
              "A headline much longer than there is room for");
  });
  // Three dots are the least that is drawn.
  CHECK(Stage::drawn().right() <= 100 + std::max(width, 30.0F));
}

TEST_CASE("a paragraph is as high as its lines and no wider than its box", "[ui][widgets]") {
  Stage stage;
  const std::string text =
      "Pick a gray and paint the whole garment: the network has only seen cloth.\nSecond one.";
  float wide = 0, narrow = 0;
  stage.frame([&] {
    wide = draw_paragraph(stage.theme, {10, 10, 780, 500}, Style::kSmall, kInk, text);
  });
  CHECK(wide == Catch::Approx(2 * Theme::line_height(Style::kSmall)));
  stage.frame([&] {
    narrow = draw_paragraph(stage.theme, {10, 10, 120, 500}, Style::kSmall, kInk, text);
  });
  CHECK(narrow > wide);
  CHECK(Stage::drawn().right() <= 130);
  CHECK(Stage::drawn().bottom() <= 10 + narrow + 1);
}

TEST_CASE("a paragraph ends in boxes that are too narrow for a letter", "[ui][widgets]") {
  Stage stage;
  const float width = GENERATE(-5.0F, 0.0F, 1.0F);
  stage.frame([&] {
    draw_paragraph(stage.theme, {10, 10, width, 500}, Style::kBody, kInk, "Ankle boot\n\nBag");
  });
  CHECK(Stage::drawn().width > 0);
}

TEST_CASE("a headline takes the largest style that fits, else the last", "[ui][widgets]") {
  Stage stage;
  const auto styles = {Style::kAnswer, Style::kTitle, Style::kBody};
  stage.frame([&] {
    const float answer = text_size(stage.theme, Style::kAnswer, "Pullover or Coat?").x;
    const float title = text_size(stage.theme, Style::kTitle, "Pullover or Coat?").x;
    const auto fitting = [&](float width) {
      return fitting_style(stage.theme, "Pullover or Coat?", width, styles);
    };
    CHECK(fitting(answer + 1) == Style::kAnswer);
    CHECK(fitting(answer - 1) == Style::kTitle);
    CHECK(fitting(title - 1) == Style::kBody);
    CHECK(fitting(0) == Style::kBody);
  });
}

TEST_CASE("a bar is as long as its fraction and never longer than its track", "[ui][widgets]") {
  Stage stage;
  const auto length = [&](float fraction) {
    stage.frame([&] { bar(stage.theme, {100, 100, 200, 10}, fraction, kInk); });
    Bounds filled;
    for (const DrawnTriangle& triangle : NullWindow::triangles()) {
      if (triangle.is_all(kInk)) filled.add(triangle);
    }
    return filled.box().width;
  };
  CHECK(length(0.5F) == Catch::Approx(100).margin(1.5));
  CHECK(length(1.0F) == Catch::Approx(200).margin(1.5));
  CHECK(length(7.0F) == Catch::Approx(200).margin(1.5));
  CHECK(length(0.0F) == 0);
  CHECK(length(0.0001F) > 0);
  CHECK(length(-1.0F) < 3);
}

TEST_CASE("a chip is pressed within 44 pixels under a finger, and within its own 36 by a mouse",
          "[ui][widgets]") {
  Stage stage;
  stage.theme.coarse_pointer = GENERATE(false, true);
  const Box box{100, 100, 80, kChipHeight};
  int presses = 0;
  const auto frame = [&] {
    stage.frame([&] { presses += chip(stage.theme, "chip", box, "Coat") ? 1 : 0; });
  };
  const auto click = [&](ImVec2 at) {
    using Phase = NullWindow::Phase;
    for (const Phase phase : {Phase::kMove, Phase::kDown, Phase::kUp}) {
      stage.window.pointer(phase, at);
      frame();
    }
    frame();
  };
  frame();
  click(box.center());
  CHECK(presses == 1);
  click({box.center().x, box.y - 3});
  CHECK(presses == (stage.theme.coarse_pointer ? 2 : 1));
}
