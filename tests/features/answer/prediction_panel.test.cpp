// SPDX-License-Identifier: MIT
// Why: the bars are the answer as most people read it; their lengths must be the probabilities.
#include "features/answer/panel/prediction_panel.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cstdint>

#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

// Around all that was drawn in one colour in the prediction's part of the page.
ui::Box colored(const Page& page, ImU32 color) {
  const ui::Box part = page.layout().prediction;
  Bounds bounds;
  for (const DrawnTriangle& triangle : NullWindow::triangles()) {
    if (part.contains(triangle.center()) && triangle.is_all(color)) bounds.add(triangle);
  }
  return bounds.box();
}

const ui::Palette& light() { return ui::palette(false); }

// Of the top bar in parts of its track. A bar's soft edge is half a pixel wide.
float top_bar(const Page& page) {
  const ui::Box bar = colored(page, light().accent);
  return bar.width == 0 ? 0 : (bar.width + 1) / (colored(page, light().sunk).width + 1);
}

struct PredictingPage : Page {
  explicit PredictingPage(ImVec2 size = kDesktop) : Page(size) {
    program.load_model();
    program.load_test_set(12);
    program.act(app::ApplyStroke{broad_stroke()});
    frames(3);
  }
};

}  // namespace

TEST_CASE("the bars glide towards the answer and come to rest at it", "[ui][prediction]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone, ImVec2{844, 390}, ImVec2{768, 1024});
  PredictingPage page(size);
  CHECK(!page.drawn.moving);
  CHECK(top_bar(page) == 0);

  page.program.answer(logits_for(kSneaker, 4.0F));
  const float probability = page.program.state.answer->prediction.probabilities[kSneaker];
  REQUIRE(probability > 0.5F);
  float last = 0;
  int frames = 0;
  do {
    page.frame();
    CHECK(top_bar(page) >= last);
    last = top_bar(page);
    ++frames;
  } while (page.drawn.moving && frames < 100);
  CHECK(frames > 4);
  CHECK(frames < 30);
  CHECK(last == Catch::Approx(probability).margin(0.01));
  page.frame();
  CHECK(!page.drawn.moving);
}

TEST_CASE("the bars go back when there is nothing to answer", "[ui][prediction]") {
  PredictingPage page;
  page.program.answer(kSneaker);
  page.frames(60);
  CHECK(top_bar(page) > 0.9F);
  page.program.act(app::ClearDrawing{});
  page.program.answer(kSneaker);
  page.frames(60);
  CHECK(!page.drawn.moving);
  CHECK(top_bar(page) == 0);
}

TEST_CASE("for who asked for less motion the bars are there at once", "[ui][prediction]") {
  PredictingPage page;
  page.surroundings.still = true;
  page.frame();
  page.program.answer(logits_for(kSneaker, 4.0F));
  page.frame();
  const float probability = page.program.state.answer->prediction.probabilities[kSneaker];
  CHECK(top_bar(page) == Catch::Approx(probability).margin(0.01));
  page.frame();
  CHECK(!page.drawn.moving);
}

TEST_CASE("the top bar stands in the row of its class", "[ui][prediction]") {
  PredictingPage page;
  page.surroundings.still = true;
  const auto middle_of = [&](std::uint8_t label) {
    page.program.act(app::SelectSample{label});
    page.program.answer(label);
    page.frames(2);
    return colored(page, light().accent).center().y;
  };
  const float first = middle_of(0);
  const float pitch = middle_of(1) - first;
  CHECK(pitch > 10);
  for (std::uint8_t label = 2; label < 10; ++label) {
    CHECK(middle_of(label) == Catch::Approx(first + pitch * static_cast<float>(label)));
  }
}

TEST_CASE("the prediction shows the very pixels that the network gets", "[ui][prediction]") {
  PredictingPage page;
  page.program.act(app::SelectSample{7});
  page.frames(2);
  const auto sample = page.program.state.test_set.loader.view().image(7);
  const ui::Box part = page.layout().prediction;
  int found = 0;
  for (const DrawnTriangle& triangle : NullWindow::triangles()) {
    if (!part.contains(triangle.center()) || !page.textures.is_ours(triangle.texture)) continue;
    const auto& texture = page.textures[triangle.texture];
    CHECK(texture.sampling == ui::Sampling::kPixelated);
    CHECK(std::equal(sample.begin(), sample.end(), texture.pixels.begin(), texture.pixels.end()));
    ++found;
  }
  CHECK(found > 0);
}

TEST_CASE("logits and temperature are there for who opens the details", "[ui][prediction]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone, ImVec2{844, 390}, ImVec2{1280, 640});
  PredictingPage page(size);
  page.surroundings.still = true;
  page.program.answer(logits_for(kSneaker, 4.0F));
  page.frames(2);
  const ui::Box closed = colored(page, light().sunk);
  page.click(page.item("details"));
  page.point_at({2, 2});
  CHECK(colored(page, light().sunk).width < closed.width - 30);  // of the bars, for the logits

  const ui::Box track = page.item("temperature");
  CHECK(page.layout().prediction.contains(track.min()));
  CHECK(page.layout().prediction.contains({track.right() - 1, track.bottom() - 1}));
  page.click(ImVec2{track.right() - 12, track.center().y});
  REQUIRE(page.program.state.temperature);
  const float hot = *page.program.state.temperature;
  CHECK(hot > 6);
  CHECK(page.program.state.answer->prediction.probabilities[kSneaker] < 0.25F);
  page.click(page.item("reset temperature"));
  CHECK(!page.program.state.temperature);
  // In powers of two: the measured one, here 1, is two of five steps from the left, and holds.
  page.click(ImVec2{track.right() - 12, track.center().y});
  const ui::Box narrower = page.item("temperature");
  page.click(ImVec2{narrower.x + 9 + 0.4F * (narrower.width - 18) + 1, narrower.center().y});
  CHECK(!page.program.state.temperature);

  page.click(page.item("details"));
  page.point_at({2, 2});
  CHECK(colored(page, light().sunk).width == Catch::Approx(closed.width));
}

TEST_CASE("right and wrong are told by a mark of its own, and only of this sample's answer",
          "[ui][prediction]") {
  PredictingPage page;
  page.surroundings.still = true;
  // The mark is the only thing in the colour of a sure answer besides the word "sure".
  const auto mark = [&](ImU32 color) {
    page.frames(2);
    const ui::Box part = page.layout().prediction;
    Bounds bounds;
    for (const DrawnTriangle& triangle : NullWindow::triangles()) {
      const ImVec2 at = triangle.center();
      const bool in_label_row = at.y > part.y + 140 && at.y < part.y + 260;
      if (in_label_row && part.contains(at) && triangle.is_all(color)) bounds.add(triangle);
    }
    return !bounds.empty();
  };
  page.program.answer(kCoat);  // to the drawing
  page.program.act(app::SelectSample{kTrouser});
  page.program.answer(kTrouser);
  CHECK(mark(light().sure));
  CHECK(!mark(light().accent));

  page.program.act(app::SelectSample{kCoat});
  CHECK(!mark(light().sure));
  CHECK(!mark(light().accent));
  page.program.answer(kTrouser);
  CHECK(!mark(light().sure));
  CHECK(mark(light().accent));
}

TEST_CASE("on a phone on its side nothing lies beside the headline but the picture",
          "[ui][prediction]") {
  PredictingPage page(ImVec2{667, 375});
  page.program.answer(kSneaker);
  page.frames(3);
  const float headline_bottom = page.layout().prediction.y + 8 + 26;
  CHECK(page.item("why").y > headline_bottom);
}
