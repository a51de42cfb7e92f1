// SPDX-License-Identifier: MIT
// Why: a fast stroke is dozens of samples between two frames; drawn from one position a frame it
// would be a polygon, and what the network saw would not be what the hand did.
#include "features/draw/panel/canvas_panel.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <variant>
#include <vector>

#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

using Phase = NullWindow::Phase;

ImVec2 in(const ui::Box& square, float x, float y) {
  return {square.x + x * square.width, square.y + y * square.height};
}

void check_point(const core::StrokePoint& point, float x, float y) {
  CHECK(point.x == Catch::Approx(x).margin(1e-4));
  CHECK(point.y == Catch::Approx(y).margin(1e-4));
}

std::vector<core::StrokePoint> extended(const Page& page) {
  std::vector<core::StrokePoint> points;
  for (const auto& extend : page.emitted<app::ExtendStroke>()) {
    points.insert(points.end(), extend.points.begin(), extend.points.end());
  }
  return points;
}

// Every deed of a hand, in the order in which it does them; `after` comes after each event.
class Hand {
 public:
  Hand(Page& page, std::function<void()> after) : page_(page), after_(std::move(after)) {}

  void press(const ui::Box& box) {
    send(Phase::kMove, box.center());
    send(Phase::kDown, box.center());
    send(Phase::kUp, box.center());
  }
  void draw(const ui::Box& square, float y) {
    send(Phase::kMove, in(square, 0.2F, y));
    send(Phase::kDown, in(square, 0.2F, y));
    for (const float x : {0.4F, 0.6F, 0.8F}) send(Phase::kMove, in(square, x, y));
    send(Phase::kUp, in(square, 0.8F, y));
  }
  void hit(ImGuiKey key) {
    for (const bool down : {true, false}) {
      NullWindow::key(key, down);
      after_();
    }
  }

 private:
  void send(Phase phase, ImVec2 at) {
    page_.window.pointer(phase, at);
    page_.take_strokes();  // as the program does at each
    after_();
  }

  Page& page_;
  std::function<void()> after_;
};

struct Deeds {
  const char* name;
  std::function<void(Page&, Hand&, const ui::Box& canvas)> deeds;
};

// What is drawn and in hand after the deeds, with frames between them or none before the last.
struct Outcome {
  core::GrayImage drawing;
  core::Tool tool;
  std::uint8_t gray;
  app::View view;
  bool operator==(const Outcome&) const = default;
};

Outcome outcome_of(const Deeds& deeds, bool stalled) {
  Page page;
  page.frames(2);
  Hand unhurried(page, [&] { page.settle(); });
  const ui::Box canvas = page.canvas();
  unhurried.draw(canvas, 0.3F);
  unhurried.draw(canvas, 0.5F);
  page.program.act(app::Undo{});
  page.settle();
  Hand hand(page, [&] { stalled ? page.take_strokes() : page.settle(); });
  deeds.deeds(page, hand, canvas);
  page.settle();
  const app::State& state = page.program.state;
  return {state.drawing.raster(), state.tools.tool, state.tools.gray, state.view};
}

}  // namespace

TEST_CASE("the canvas is a square within the work", "[ui][canvas]") {
  const ImVec2 size =
      GENERATE(kDesktop, ImVec2{1024, 768}, ImVec2{768, 1024}, kPhone, ImVec2{844, 390});
  CAPTURE(size.x, size.y);
  Page page(size);
  page.frames(2);
  const ui::Box canvas = page.canvas();
  const ui::Box work = page.layout().work;
  CHECK(canvas.width == Catch::Approx(canvas.height).margin(0.01));
  CHECK(canvas.width >= 150);
  CHECK(work.contains(canvas.min()));
  CHECK(canvas.right() <= work.right());
  CHECK(canvas.bottom() <= work.bottom());
}

TEST_CASE("the canvas is never smaller than 240, and real images are offered beside it",
          "[ui][canvas]") {
  const auto [size, least] = GENERATE(table<ImVec2, float>({{{1280, 800}, 530.0F},
                                                            {{1366, 641}, 530.0F},
                                                            {{1180, 820}, 480.0F},
                                                            {{768, 1024}, 450.0F},
                                                            {{390, 844}, 310.0F},
                                                            {{375, 667}, 240.0F},
                                                            {{360, 640}, 240.0F},
                                                            {{667, 375}, 240.0F}}));
  CAPTURE(size.x, size.y);
  Page page(size);
  page.program.load_test_set(40);
  page.frames(3);
  CHECK(page.canvas().width >= least);
  const bool is_short = size.x > size.y && size.y < 400;
  if (!is_short) CHECK(page.samples_drawn().size() == 10);
  for (const auto& [index, box] : page.samples_drawn()) {
    CHECK(box.bottom() <= size.y);
    CHECK(box.right() <= size.x);
  }
}

TEST_CASE("the canvas has round corners, though its ground is cleared and not drawn",
          "[ui][canvas]") {
  Page page;
  page.frames(2);
  const ui::Box canvas = page.canvas();
  // Is that point covered with the color of the page?
  const auto covered = [](ImVec2 point) {
    const auto triangles = NullWindow::triangles();
    return std::any_of(triangles.begin(), triangles.end(), [=](const DrawnTriangle& triangle) {
      if (!triangle.is_all(ui::palette(false).paper) || !triangle.clip.contains(point))
        return false;
      const auto& [a, b, c] = triangle.corners;
      return ImTriangleContainsPoint(a.pos, b.pos, c.pos, point);
    });
  };
  for (const float x : {canvas.x + 1, canvas.right() - 1}) {
    for (const float y : {canvas.y + 1, canvas.bottom() - 1}) CHECK(covered({x, y}));
  }
  constexpr float kDeep = 5;  // sqrt(2) * 5 from the corner, where the arc is sqrt(2) * 3.5
  CHECK(!covered({canvas.x + kDeep, canvas.y + kDeep}));
  CHECK(!covered({canvas.center().x, canvas.y + 3}));
}

TEST_CASE("a stroke has every sample of the pointer, however few the frames", "[ui][canvas]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone);
  Page page(size);
  page.frames(2);
  const ui::Box canvas = page.canvas();
  page.point_at(in(canvas, 0.25F, 0.5F));

  constexpr int kSamples = 40;
  page.window.pointer(Phase::kDown, in(canvas, 0.25F, 0.5F), ImGuiMouseSource_Pen, 0.75F);
  for (int k = 1; k <= kSamples; ++k) {
    const float along = static_cast<float>(k) / kSamples;
    page.window.pointer(Phase::kMove, in(canvas, 0.25F + along / 2, 0.5F), ImGuiMouseSource_Pen,
                        along);
  }
  page.window.pointer(Phase::kUp, in(canvas, 0.75F, 0.5F), ImGuiMouseSource_Pen, 0);
  page.frame();

  const auto begun = page.emitted<app::BeginStroke>();
  REQUIRE(begun.size() == 1);
  check_point(begun[0].point, 0.25F, 0.5F);
  CHECK(begun[0].point.pressure == 0.75F);
  const auto points = extended(page);
  REQUIRE(points.size() == kSamples);
  for (int k = 1; k <= kSamples; ++k) {
    const float along = static_cast<float>(k) / kSamples;
    check_point(points[static_cast<std::size_t>(k - 1)], 0.25F + along / 2, 0.5F);
    CHECK(points[static_cast<std::size_t>(k - 1)].pressure == along);
  }
  CHECK(page.emitted<app::EndStroke>().size() == 1);
  CHECK(page.all_emitted.back().is<app::EndStroke>());
}

TEST_CASE("a stroke goes on over several frames and is on the screen in each of them",
          "[ui][canvas]") {
  Page page;
  page.frames(2);
  const ui::Box canvas = page.canvas();
  const ImTextureID texture = page.canvas_texture();
  page.press(in(canvas, 0.3F, 0.3F));
  for (int k = 1; k <= 10; ++k) {
    page.window.pointer(Phase::kMove, in(canvas, 0.3F, 0.3F + 0.04F * static_cast<float>(k)));
    page.frame();
    CHECK(page.textures[texture].pixels == page.program.state.drawing.raster().pixels);
  }
  page.release(in(canvas, 0.3F, 0.7F));
  CHECK(page.emitted<app::BeginStroke>().size() == 1);
  CHECK(extended(page).size() == 10);
  CHECK(page.emitted<app::EndStroke>().size() == 1);
  CHECK(page.program.state.drawing.can_undo());
}

TEST_CASE("a stroke goes into the drawing before the next frame", "[ui][canvas]") {
  Page page;
  page.frames(2);
  const ui::Box canvas = page.canvas();
  page.press(in(canvas, 0.3F, 0.3F));
  const auto before = page.program.state.drawing.raster().pixels;
  page.window.pointer(Phase::kMove, in(canvas, 0.6F, 0.6F));
  page.take_strokes();
  CHECK(page.program.state.drawing.raster().pixels != before);
  CHECK(extended(page).size() == 1);
  page.release(in(canvas, 0.6F, 0.6F));
  CHECK(extended(page).size() == 1);
}

TEST_CASE("a stroke may leave the square and come back", "[ui][canvas]") {
  Page page;
  page.frames(2);
  const ui::Box canvas = page.canvas();
  page.press(in(canvas, 0.9F, 0.5F));
  page.window.pointer(Phase::kMove, in(canvas, 1.25F, 0.5F));
  page.window.pointer(Phase::kMove, in(canvas, 0.5F, 0.5F));
  page.release(in(canvas, 0.5F, 0.5F));
  const auto points = extended(page);
  REQUIRE(points.size() == 2);
  check_point(points[0], 1.25F, 0.5F);
  check_point(points[1], 0.5F, 0.5F);
  CHECK(page.emitted<app::EndStroke>().size() == 1);
}

TEST_CASE("what is done while no frame is drawn is done in the order in which it was done",
          "[ui][canvas]") {
  const auto pressed = [](const char* id) {
    return [id](Page& page, Hand& hand, const ui::Box& canvas) {
      const ui::Box button = page.item(id);
      hand.press(button);
      hand.draw(canvas, 0.7F);
    };
  };
  const auto deeds = GENERATE_COPY(values<Deeds>({
      {"the bin, then a stroke", pressed("clear")},
      {"undo, then a stroke", pressed("undo")},
      {"redo, then a stroke", pressed("redo")},
      {"the eraser, then a stroke", pressed("eraser")},
      {"the filling, then a press", pressed("fill")},
      {"another view, then a stroke where the square was", pressed("explore")},
      {"a gray, then a stroke",
       [](Page& page, Hand& hand, const ui::Box& canvas) {
         hand.press(page.item(0, "cloth"));
         hand.draw(canvas, 0.7F);
       }},
      {"a key, then a stroke",
       [](Page&, Hand& hand, const ui::Box& canvas) {
         hand.hit(ImGuiKey_Delete);
         hand.draw(canvas, 0.7F);
       }},
      {"bin and stroke, twice, then a stroke",
       [](Page& page, Hand& hand, const ui::Box& canvas) {
         const ui::Box bin = page.item("clear");
         for (const float y : {0.6F, 0.7F}) {
           hand.press(bin);
           hand.draw(canvas, y);
         }
         hand.draw(canvas, 0.8F);
       }},
      {"a stroke, then the bin",
       [](Page& page, Hand& hand, const ui::Box& canvas) {
         const ui::Box bin = page.item("clear");
         hand.draw(canvas, 0.7F);
         hand.press(bin);
       }},
  }));
  CAPTURE(deeds.name);
  CHECK(outcome_of(deeds, true) == outcome_of(deeds, false));
}

TEST_CASE("two strokes between two frames are two", "[ui][canvas]") {
  Page page;
  page.frames(2);
  const ui::Box canvas = page.canvas();
  for (const float y : {0.25F, 0.75F}) {
    page.window.pointer(Phase::kDown, in(canvas, 0.2F, y));
    page.window.pointer(Phase::kMove, in(canvas, 0.8F, y));
    page.window.pointer(Phase::kUp, in(canvas, 0.8F, y));
  }
  page.settle();
  REQUIRE(page.all_emitted.size() == 6);
  CHECK(page.all_emitted[2].is<app::EndStroke>());
  CHECK(page.all_emitted[3].is<app::BeginStroke>());
  page.program.act(app::Undo{});
  CHECK(page.program.state.drawing.can_undo());
}

TEST_CASE("a second finger cancels the stroke that the first has begun", "[ui][canvas]") {
  Page page(kPhone);
  page.frames(2);
  const ui::Box canvas = page.canvas();
  const auto source = ImGuiMouseSource_TouchScreen;
  page.window.pointer(Phase::kDown, in(canvas, 0.5F, 0.5F), source);
  page.window.pointer(Phase::kMove, in(canvas, 0.5F, 0.6F), source);
  page.frame();
  page.window.pointer(Phase::kMove, in(canvas, 0.5F, 0.7F), source);
  page.window.pointer(Phase::kCancel, in(canvas, 0.5F, 0.7F), source);
  page.settle();
  CHECK(page.emitted<app::CancelStroke>().size() == 1);
  CHECK(page.emitted<app::EndStroke>().empty());
  CHECK(page.all_emitted.back().is<app::CancelStroke>());
  CHECK(!page.program.state.drawing.can_undo());

  page.point_at(in(canvas, 0.2F, 0.2F));
  CHECK(page.all_emitted.size() == 3);
}

TEST_CASE("a press outside the canvas draws nothing, wherever it goes", "[ui][canvas]") {
  Page page;
  page.frames(2);
  const ui::Box canvas = page.canvas();
  page.press({canvas.center().x, canvas.y - 4});
  page.point_at(in(canvas, 0.5F, 0.5F));
  page.release(in(canvas, 0.5F, 0.6F));
  page.point_at(in(canvas, 0.4F, 0.6F));
  CHECK(page.all_emitted.empty());
}

TEST_CASE("a view that is left in the middle of a stroke does not draw on when it comes back",
          "[ui][canvas]") {
  Page page;
  page.frames(2);
  const ui::Box canvas = page.canvas();
  page.press(in(canvas, 0.5F, 0.5F));
  page.program.act(app::SetView{app::View::kExplore});
  page.frames(2);
  page.release(in(canvas, 0.5F, 0.5F));
  page.program.act(app::SetView{app::View::kDraw});
  page.frames(2);
  page.all_emitted.clear();
  page.point_at(in(canvas, 0.7F, 0.7F));
  page.point_at(in(canvas, 0.8F, 0.8F));
  CHECK(page.all_emitted.empty());
}

TEST_CASE("a shown sample is drawn over at once", "[ui][canvas]") {
  Page page;
  page.program.load_test_set(3);
  page.frames(2);
  const ui::Box canvas = page.canvas();
  page.program.act(app::SelectSample{1});
  page.frames(2);
  page.press(in(canvas, 0.5F, 0.5F));
  page.release(in(canvas, 0.5F, 0.5F));
  CHECK(page.program.state.input.source == app::InputSource::kDrawing);
  CHECK(page.program.state.input.index == 1U);
  page.frames(2);
  CHECK(page.canvas().width == canvas.width);
}

TEST_CASE("the pointer over the canvas is the brush's own ring", "[ui][canvas]") {
  Page page;
  page.frames(2);
  const ui::Box canvas = page.canvas();
  page.point_at(in(canvas, 0.5F, 0.5F));
  CHECK(ImGui::GetMouseCursor() == ImGuiMouseCursor_None);
  page.program.act(app::SetTool{core::Tool::kFill});
  page.settle();
  CHECK(ImGui::GetMouseCursor() == ImGuiMouseCursor_Hand);
  page.point_at({canvas.x - 4, canvas.center().y});
  CHECK(ImGui::GetMouseCursor() == ImGuiMouseCursor_Arrow);
}
