// SPDX-License-Identifier: MIT
// Why: what the tools do on the canvas, by mouse, by pen and by fingers.
#include <catch_amalgamated.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

#include "features/draw/panel/canvas_view.hpp"
#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

using Phase = NullWindow::Phase;
constexpr auto kFinger = ImGuiMouseSource_TouchScreen;
constexpr auto kPen = ImGuiMouseSource_Pen;

struct CanvasPage : Page {
  explicit CanvasPage(ImVec2 window_size = kDesktop) : Page(window_size) {
    frames(2);
    square = canvas();
  }
  [[nodiscard]] ImVec2 at(float x, float y) const {
    return {square.x + x * square.width, square.y + y * square.height};
  }
  void go(Phase phase, float x, float y, ImGuiMouseSource source = ImGuiMouseSource_Mouse,
          float pressure = 0.5F) {
    window.pointer(phase, at(x, y), source, pressure);
    settle();
  }
  void tap_at(float x, float y, ImGuiMouseSource source = ImGuiMouseSource_Mouse) {
    go(Phase::kDown, x, y, source);
    go(Phase::kUp, x, y, source);
  }
  // A polygon of four corners, as a script sends it.
  void draw_rectangle(float left, float top, float right, float bottom, std::uint8_t gray = 160) {
    program.act(app::ApplyStroke{{core::Tool::kPolygon,
                                  gray,
                                  0.1F,
                                  false,
                                  {{left, top}, {right, top}, {right, bottom}, {left, bottom}}}});
    frames(2);
  }
  [[nodiscard]] app::DrawnBox drawn_box() const {
    const auto box = app::drawn_box(program.state);
    REQUIRE(box);
    return *box;
  }
  [[nodiscard]] std::uint8_t gray_at(float x, float y) const {
    return program.state.drawing.raster().at(static_cast<int>(x * core::kCanvasSide),
                                             static_cast<int>(y * core::kCanvasSide));
  }
  [[nodiscard]] int steps() {
    int count = 0;
    while (program.state.drawing.undo()) ++count;
    for (int k = 0; k < count; ++k) program.state.drawing.redo();
    return count;
  }

  ui::Box square;
};

void check_point(const core::StrokePoint& point, float x, float y) {
  CHECK(point.x == Catch::Approx(x).margin(2e-3));
  CHECK(point.y == Catch::Approx(y).margin(2e-3));
}

}  // namespace

// ---- line ---------------------------------------------------------------------------------------

TEST_CASE("a line is seen while it is drawn and is as broad at its ends as the brush",
          "[ui][canvas_tools]") {
  CanvasPage page;
  page.program.act(app::SetTool{core::Tool::kLine});
  page.go(Phase::kDown, 0.2F, 0.3F, kPen, 0.02F);
  page.go(Phase::kMove, 0.8F, 0.3F, kPen, 0.9F);
  CHECK(page.gray_at(0.5F, 0.3F) > 0);
  page.go(Phase::kMove, 0.2F, 0.8F, kPen, 0.9F);
  CHECK(page.gray_at(0.5F, 0.3F) == 0);
  CHECK(page.gray_at(0.2F, 0.6F) > 0);
  page.go(Phase::kUp, 0.2F, 0.8F, kPen, 0);
  for (const auto& extend : page.emitted<app::ExtendStroke>()) {
    for (const core::StrokePoint& point : extend.points) CHECK(point.pressure == 0.5F);
  }
  CHECK(page.steps() == 1);
}

TEST_CASE("Shift keeps a line to steps of 45 degrees", "[ui][canvas_tools]") {
  CanvasPage page;
  page.program.act(app::SetTool{core::Tool::kLine});
  page.window.shift = true;
  page.go(Phase::kDown, 0.5F, 0.5F);
  const auto end_towards = [&](float x, float y) {
    page.all_emitted.clear();
    page.go(Phase::kMove, x, y);
    const auto extended = page.emitted<app::ExtendStroke>();
    REQUIRE(!extended.empty());
    return extended.back().points.back();
  };
  check_point(end_towards(0.8F, 0.54F), 0.8F, 0.5F);
  check_point(end_towards(0.52F, 0.1F), 0.5F, 0.1F);
  check_point(end_towards(0.7F, 0.74F), 0.72F, 0.72F);
  check_point(end_towards(0.28F, 0.7F), 0.29F, 0.71F);
  page.window.shift = false;
  check_point(end_towards(0.7F, 0.74F), 0.7F, 0.74F);
}

// ---- polygon ------------------------------------------------------------------------------------

TEST_CASE("a polygon is filled by its first corner, by its last one again and by Enter",
          "[ui][canvas_tools]") {
  const int way = GENERATE(0, 1, 2);
  const auto source = GENERATE(ImGuiMouseSource_Mouse, ImGuiMouseSource_TouchScreen);
  CanvasPage page;
  page.program.act(app::SetTool{core::Tool::kPolygon});
  page.program.act(app::SetGray{90});
  for (const auto& [x, y] : {std::pair{0.2F, 0.2F}, {0.8F, 0.2F}, {0.8F, 0.7F}}) {
    page.tap_at(x, y, source);
  }
  CHECK(page.all_emitted.empty());  // it is no stroke yet
  if (way == 0) page.tap_at(0.205F, 0.205F, source);
  if (way == 1) page.tap_at(0.8F, 0.7F, source);
  if (way == 2) page.press_key(ImGuiKey_Enter);
  const auto strokes = page.emitted<app::ApplyStroke>();
  REQUIRE(strokes.size() == 1);
  CHECK(page.all_emitted.size() == 1);
  const core::Stroke& stroke = strokes[0].stroke;
  CHECK(stroke.tool == core::Tool::kPolygon);
  CHECK(stroke.gray == 90);
  REQUIRE(stroke.points.size() == 3);
  check_point(stroke.points[0], 0.2F, 0.2F);
  check_point(stroke.points[2], 0.8F, 0.7F);
  CHECK(page.gray_at(0.6F, 0.3F) == 90);

  // The next press begins another one.
  page.all_emitted.clear();
  page.tap_at(0.5F, 0.9F, source);
  page.press_key(ImGuiKey_Enter);
  CHECK(page.all_emitted.empty());
}

TEST_CASE("a polygon is given up by Escape and by another tool, and Ctrl+Z takes a corner back",
          "[ui][canvas_tools]") {
  CanvasPage page;
  page.program.act(app::SetTool{core::Tool::kPolygon});
  page.tap_at(0.2F, 0.2F);
  page.tap_at(0.8F, 0.2F);
  page.tap_at(0.8F, 0.7F);
  page.press_key(ImGuiKey_Escape);
  page.press_key(ImGuiKey_Enter);
  CHECK(page.all_emitted.empty());

  page.tap_at(0.2F, 0.2F);
  page.tap_at(0.8F, 0.2F);
  page.tap_at(0.5F, 0.5F);
  page.press_key(ImGuiKey_Z, {ImGuiMod_Ctrl});
  page.tap_at(0.8F, 0.7F);
  page.press_key(ImGuiKey_Enter);
  REQUIRE(page.emitted<app::ApplyStroke>().size() == 1);
  CHECK(page.emitted<app::ApplyStroke>()[0].stroke.points.size() == 3);
  CHECK(page.emitted<app::Undo>().empty());

  page.all_emitted.clear();
  page.tap_at(0.2F, 0.2F);
  page.tap_at(0.8F, 0.2F);
  page.tap_at(0.8F, 0.7F);
  page.press_key(ImGuiKey_B);
  page.press_key(ImGuiKey_P);
  page.press_key(ImGuiKey_Enter);
  CHECK(page.emitted<app::ApplyStroke>().empty());
}

// ---- picker -------------------------------------------------------------------------------------

TEST_CASE("the picker takes the gray that is pressed, and then the tool is back",
          "[ui][canvas_tools]") {
  CanvasPage page;
  page.draw_rectangle(0.3F, 0.3F, 0.7F, 0.7F, 61);
  page.click(page.item("picker"));
  CHECK(page.program.state.tools.mode == app::ToolMode::kPick);
  page.all_emitted.clear();
  page.tap_at(0.5F, 0.5F);
  CHECK(page.program.state.tools.gray == 61);
  CHECK(page.program.state.tools.mode == app::ToolMode::kDraw);
  CHECK(page.emitted<app::BeginStroke>().empty());
  CHECK(page.steps() == 1);

  page.press_key(ImGuiKey_I);
  CHECK(page.program.state.tools.mode == app::ToolMode::kPick);
  page.press_key(ImGuiKey_Escape);
  CHECK(page.program.state.tools.mode == app::ToolMode::kDraw);
}

TEST_CASE("Alt and a press picks with any tool", "[ui][canvas_tools]") {
  const auto tool = GENERATE(core::Tool::kBrush, core::Tool::kFill, core::Tool::kPolygon);
  CanvasPage page;
  page.draw_rectangle(0.3F, 0.3F, 0.7F, 0.7F, 61);
  page.program.act(app::SetTool{tool});
  page.window.alt = true;
  page.go(Phase::kDown, 0.1F, 0.1F);
  page.go(Phase::kMove, 0.5F, 0.5F);
  page.go(Phase::kUp, 0.5F, 0.5F);
  page.window.alt = false;
  CHECK(page.program.state.tools.gray == 61);
  CHECK(page.program.state.tools.tool == tool);
  CHECK(page.steps() == 1);
}

// ---- arranging ----------------------------------------------------------------------------------

TEST_CASE("a drag moves what is drawn, a corner scales it, the handle above turns it",
          "[ui][canvas_tools]") {
  const auto source = GENERATE(ImGuiMouseSource_Mouse, ImGuiMouseSource_TouchScreen);
  CanvasPage page;
  page.draw_rectangle(0.3F, 0.4F, 0.7F, 0.6F);
  page.press_key(ImGuiKey_V);
  page.frames(2);
  const auto drag = [&](ImVec2 from, ImVec2 to) {
    page.go(Phase::kDown, from.x, from.y, source);
    for (const float part : {0.3F, 0.7F, 1.0F}) {
      page.go(Phase::kMove, from.x + part * (to.x - from.x), from.y + part * (to.y - from.y),
              source);
    }
    page.go(Phase::kUp, to.x, to.y, source);
  };
  const auto check_box = [&](float x, float y, float width, float height) {
    const app::DrawnBox box = page.drawn_box();
    CHECK(box.x == Catch::Approx(x).margin(0.01));
    CHECK(box.y == Catch::Approx(y).margin(0.01));
    CHECK(box.width == Catch::Approx(width).margin(0.01));
    CHECK(box.height == Catch::Approx(height).margin(0.01));
  };
  drag({0.5F, 0.5F}, {0.6F, 0.45F});
  check_box(0.4F, 0.35F, 0.4F, 0.2F);
  // The lower right corner, to half the way to the upper left one.
  drag({0.8F, 0.55F}, {0.6F, 0.45F});
  check_box(0.4F, 0.35F, 0.2F, 0.1F);
  // The handle is above the middle; to the right of it is a quarter turn.
  const float stem = 0.05F + 30 / page.square.height;
  drag({0.5F, 0.4F - stem}, {0.5F + stem, 0.4F});
  check_box(0.45F, 0.3F, 0.1F, 0.2F);
  CHECK(page.steps() == 4);
  CHECK(page.emitted<app::BeginStroke>().empty());
}

TEST_CASE("two fingers move, scale and turn what is drawn in one step", "[ui][canvas_tools]") {
  CanvasPage page;
  page.draw_rectangle(0.4F, 0.45F, 0.6F, 0.55F);
  page.program.act(app::SetToolMode{app::ToolMode::kArrange});
  page.frames(2);
  // The first finger alone has begun to move it; that is taken back.
  page.go(Phase::kDown, 0.4F, 0.5F, kFinger);
  page.go(Phase::kMove, 0.45F, 0.5F, kFinger);
  page.go(Phase::kCancel, 0.45F, 0.5F, kFinger);
  const float quarter = 3.14159265F / 2;
  page.window.pinch(Phase::kPinch, page.at(0.5F, 0.5F), page.at(0.5F, 0.5F), 1.5F, quarter / 2);
  page.settle();
  page.window.pinch(Phase::kPinch, page.at(0.5F, 0.5F), page.at(0.6F, 0.4F), 1 / 0.75F,
                    quarter / 2);
  page.settle();
  page.window.pinch(Phase::kPinchEnd, {}, {}, 1);
  page.settle();
  const app::DrawnBox box = page.drawn_box();
  CHECK(box.width == Catch::Approx(0.2).margin(0.01));
  CHECK(box.height == Catch::Approx(0.4).margin(0.01));
  CHECK(box.x + box.width / 2 == Catch::Approx(0.6).margin(0.01));
  CHECK(box.y + box.height / 2 == Catch::Approx(0.4).margin(0.01));
  CHECK(page.steps() == 2);
}

TEST_CASE("arrow keys nudge what is drawn, a held one in one step, and move no focus",
          "[ui][canvas_tools]") {
  CanvasPage page;
  page.draw_rectangle(0.3F, 0.3F, 0.7F, 0.7F);
  page.press_key(ImGuiKey_V);
  const auto before = page.drawn_box();
  page.press_key(ImGuiKey_RightArrow);
  CHECK(page.drawn_box().x == Catch::Approx(before.x + 2.0F / core::kCanvasSide));
  page.press_key(ImGuiKey_UpArrow, {ImGuiMod_Shift});
  CHECK(page.drawn_box().y == Catch::Approx(before.y - 20.0F / core::kCanvasSide));
  CHECK(page.steps() == 3);
  NullWindow::key(ImGuiKey_LeftArrow, true);
  page.frames(90);  // a second and a half
  NullWindow::key(ImGuiKey_LeftArrow, false);
  page.settle();
  CHECK(page.drawn_box().x < before.x - 10.0F / core::kCanvasSide);
  CHECK(page.steps() == 4);
  CHECK(!ImGui::GetIO().NavVisible);
}

TEST_CASE("there is nothing to arrange on a blank sheet", "[ui][canvas_tools]") {
  CanvasPage page;
  page.press_key(ImGuiKey_V);
  page.all_emitted.clear();
  page.go(Phase::kDown, 0.5F, 0.5F);
  page.go(Phase::kMove, 0.7F, 0.5F);
  page.go(Phase::kUp, 0.7F, 0.5F);
  page.press_key(ImGuiKey_LeftArrow);
  page.window.pinch(Phase::kPinch, page.at(0.5F, 0.5F), page.at(0.6F, 0.5F), 2);
  page.settle();
  CHECK(page.all_emitted.empty());
}

// ---- magnifying ---------------------------------------------------------------------------------

TEST_CASE("what is held under the fingers stays there, and no empty place is shown",
          "[ui][canvas_tools]") {
  const ui::Box square{100, 50, 400, 400};
  ui::CanvasView view;
  view.zoom(square, {200, 150}, {260, 190}, 2.5F);
  const ui::Box sheet = view.sheet(square);
  CHECK(sheet.width == Catch::Approx(1000));
  // A quarter of the sheet from its left and upper side, then as before.
  CHECK(sheet.x + 0.25F * sheet.width == Catch::Approx(260));
  CHECK(sheet.y + 0.25F * sheet.height == Catch::Approx(190));
  for (int k = 0; k < 50; ++k) {
    view.pan(square, {k % 2 == 0 ? 900.0F : -500.0F, k % 3 == 0 ? -900.0F : 500.0F});
    const ui::Box now = view.sheet(square);
    REQUIRE(now.x <= square.x + 0.01F);
    REQUIRE(now.y <= square.y + 0.01F);
    REQUIRE(now.right() >= square.right() - 0.01F);
    REQUIRE(now.bottom() >= square.bottom() - 0.01F);
  }
  view.zoom(square, square.center(), square.center(), 100);
  CHECK(view.sheet(square).width == Catch::Approx(400 * ui::CanvasView::kGreatestZoom));
  view.zoom(square, {0, 0}, {900, 900}, 0.001F);
  CHECK_FALSE(view.magnified());
  const ui::Box fitted = view.sheet(square);
  CHECK(fitted.x == square.x);
  CHECK(fitted.width == square.width);
}

TEST_CASE("fingers that move the sheet, each a little at a time, do not magnify it",
          "[ui][canvas_tools]") {
  const ui::Box square{0, 0, 400, 400};
  ui::CanvasView view;
  for (int k = 0; k < 40; ++k) {
    view.zoom(square, {200, 200}, {200, 202}, 0.9F);      // one finger has moved,
    view.zoom(square, {200, 202}, {200, 204}, 1 / 0.9F);  // and then the other one
  }
  CHECK_FALSE(view.magnified());
  view.zoom(square, {200, 200}, {200, 200}, 1.05F);
  view.settle();
  CHECK_FALSE(view.magnified());
  // A trackpad's small steps add up, and so do those back.
  for (int k = 0; k < 50; ++k) {
    view.zoom(square, {200, 200}, {200, 200}, 1.01F);
    view.settle(1);
  }
  CHECK(view.sheet(square).width == Catch::Approx(400 * std::pow(1.01, 50)).epsilon(1e-3));
  for (int k = 0; k < 60; ++k) {
    view.zoom(square, {200, 200}, {200, 200}, 1 / 1.01F);
    view.settle(1);
  }
  CHECK_FALSE(view.magnified());
}

TEST_CASE("two fingers magnify and never draw; what is drawn then goes where it is seen",
          "[ui][canvas_tools]") {
  CanvasPage page;
  CHECK(page.ui.wants_pinch(page.program.state, page.at(0.5F, 0.5F)));
  CHECK_FALSE(page.ui.wants_pinch(page.program.state, {page.square.x - 5, 300}));
  page.window.pinch(Phase::kPinch, page.at(0.5F, 0.5F), page.at(0.5F, 0.5F), 2);
  page.window.pinch(Phase::kPinchEnd, {}, {}, 1);
  page.settle();
  CHECK(page.all_emitted.empty());
  page.go(Phase::kDown, 0.5F, 0.5F);
  page.go(Phase::kMove, 1.0F, 0.0F);
  page.go(Phase::kUp, 1.0F, 0.0F);
  const auto begun = page.emitted<app::BeginStroke>();
  REQUIRE(begun.size() == 1);
  check_point(begun[0].point, 0.5F, 0.5F);
  check_point(page.emitted<app::ExtendStroke>().back().points.back(), 0.75F, 0.25F);

  // The chip leads back and draws nothing.
  page.all_emitted.clear();
  page.click(page.item("fit"));
  CHECK(page.all_emitted.empty());
  page.tap_at(0.1F, 0.9F);
  check_point(page.emitted<app::BeginStroke>()[0].point, 0.1F, 0.9F);
}

TEST_CASE("a wheel with Ctrl magnifies, also while the drawing is arranged; 0 fits it again",
          "[ui][canvas_tools]") {
  CanvasPage page;
  page.draw_rectangle(0.3F, 0.3F, 0.7F, 0.7F);
  page.program.act(app::SetToolMode{app::ToolMode::kArrange});
  page.window.pinch(Phase::kZoom, page.at(0, 0), page.at(0, 0), 4);
  page.settle();
  CHECK(page.all_emitted.empty());
  page.program.act(app::SetTool{core::Tool::kBrush});
  page.tap_at(0.4F, 0.8F);
  check_point(page.emitted<app::BeginStroke>()[0].point, 0.1F, 0.2F);
  page.press_key(ImGuiKey_0);
  page.tap_at(0.4F, 0.8F);
  check_point(page.emitted<app::BeginStroke>()[1].point, 0.4F, 0.8F);
}

TEST_CASE("other views and open menus take no pinches", "[ui][canvas_tools]") {
  CanvasPage page;
  page.click(page.item("more"));
  CHECK_FALSE(page.ui.wants_pinch(page.program.state, page.at(0.5F, 0.5F)));
  page.press_key(ImGuiKey_Escape);
  page.program.act(app::SetView{app::View::kExplore});
  page.frames(2);
  CHECK_FALSE(page.ui.wants_pinch(page.program.state, page.at(0.5F, 0.5F)));
}

// ---- pens and palms -----------------------------------------------------------------------------

TEST_CASE("once a pen has drawn, a finger moves the sheet instead, until it is asked to draw",
          "[ui][canvas_tools]") {
  CanvasPage page;
  page.tap_at(0.2F, 0.2F, kFinger);
  CHECK(page.emitted<app::BeginStroke>().size() == 1);
  page.tap_at(0.4F, 0.4F, kPen);
  CHECK(page.emitted<app::BeginStroke>().size() == 2);

  page.all_emitted.clear();
  page.window.pinch(Phase::kPinch, page.at(0.5F, 0.5F), page.at(0.5F, 0.5F), 2);
  page.go(Phase::kDown, 0.5F, 0.5F, kFinger);
  page.go(Phase::kMove, 0.6F, 0.5F, kFinger);
  page.go(Phase::kUp, 0.6F, 0.5F, kFinger);
  CHECK(page.all_emitted.empty());
  page.tap_at(0.6F, 0.5F, kPen);
  check_point(page.emitted<app::BeginStroke>()[0].point, 0.5F, 0.5F);
  page.tap_at(0.6F, 0.5F);  // a mouse is no palm
  CHECK(page.emitted<app::BeginStroke>().size() == 2);

  page.all_emitted.clear();
  page.tap(page.item("finger draws"));
  CHECK(page.all_emitted.empty());
  page.tap_at(0.6F, 0.5F, kFinger);
  CHECK(page.emitted<app::BeginStroke>().size() == 1);
}

TEST_CASE("after a pen a finger still presses what is beside the canvas", "[ui][canvas_tools]") {
  CanvasPage page(kPhone);
  page.tap_at(0.4F, 0.4F, kPen);
  page.all_emitted.clear();
  page.tap(page.item("eraser"));
  CHECK(page.emitted<app::SetTool>().size() == 1);
}

// ---- tracing ------------------------------------------------------------------------------------

TEST_CASE("a class to trace is chosen from a menu and is seen, but is not in the drawing",
          "[ui][canvas_tools]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone);
  CanvasPage page(size);
  page.program.load_test_set(30);
  page.frames(3);
  const auto choose = [&](int label) {
    page.click(page.item("trace"));
    page.frames(3);
    const std::string menu = Page::open_menu();
    page.click(label < 0 ? page.item("none", menu) : page.item(label, "class", menu));
    page.frames(3);
  };
  choose(4);
  REQUIRE(page.emitted<app::SetTrace>().size() == 1);
  CHECK(page.emitted<app::SetTrace>()[0].label == 4);
  page.draw_rectangle(0.0F, 0.0F, 0.5F, 1.0F, 90);

  // The drawing's own texture is what the strip shows; the other one lies on the canvas.
  const auto both = page.textures.of_size(core::kCanvasSide, core::kCanvasSide);
  const auto& own = page.textures[page.canvas_texture()].pixels;
  CHECK(own == page.program.state.drawing.raster().pixels);
  int differing = 0;
  for (const ImTextureID id : both) {
    const auto& shown = page.textures[id];
    if (shown.sampling != ui::Sampling::kSmooth || id == page.canvas_texture()) continue;
    for (int y = 0; y < core::kCanvasSide; ++y) {
      for (int x = 0; x < core::kCanvasSide; ++x) {
        const int gray = shown.pixels[shown.at(x, y)];
        if (x < core::kCanvasSide / 2 - 1) REQUIRE(gray == 90);
        if (x > core::kCanvasSide / 2 + 1) differing += gray > 0 ? 1 : 0;
        REQUIRE(gray <= 100);
      }
    }
  }
  CHECK(differing > 1000);

  choose(-1);
  CHECK_FALSE(page.program.state.trace);
}

TEST_CASE("without labels there is nothing to trace", "[ui][canvas_tools]") {
  CanvasPage page;
  page.program.act(app::SetTrace{std::uint8_t{3}});
  page.frames(2);  // and an outline of nothing is not drawn
  CHECK(page.textures.of_size(core::kCanvasSide, core::kCanvasSide).size() <= 1);
}

// ---- more tools ---------------------------------------------------------------------------------

TEST_CASE("what has no button on a phone is in the menu, and the menu's button shows it",
          "[ui][canvas_tools]") {
  CanvasPage page(kPhone);
  const auto choose = [&](const char* id) {
    page.click(page.item("more"));
    page.frames(3);
    page.click(page.item(id, Page::open_menu()));
    page.frames(3);
  };
  choose("line");
  CHECK(page.program.state.tools.tool == core::Tool::kLine);
  choose("polygon");
  CHECK(page.program.state.tools.tool == core::Tool::kPolygon);
  choose("arrange");
  CHECK(page.program.state.tools.mode == app::ToolMode::kArrange);
  choose("mirror");
  CHECK(page.program.state.tools.mirrored);
  choose("pick");
  CHECK(page.program.state.tools.mode == app::ToolMode::kPick);
  // There is nothing to soften yet.
  page.all_emitted.clear();
  choose("soften");
  choose("invert");
  CHECK(page.all_emitted.empty());
  page.draw_rectangle(0.3F, 0.3F, 0.7F, 0.7F);
  choose("soften");
  choose("invert");
  CHECK(page.emitted<app::SoftenDrawing>().size() == 1);
  CHECK(page.emitted<app::InvertDrawing>().size() == 1);
}

TEST_CASE("the bucket's sliders are there while it is in hand", "[ui][canvas_tools]") {
  CanvasPage page;
  page.press_key(ImGuiKey_F);
  const ui::Box slider = page.item("tolerance");
  page.press({slider.x + 1, slider.center().y});
  CHECK(page.program.state.tools.reach.tolerance == 0);
  page.point_at({slider.right() + 50, slider.center().y});
  page.release({slider.right() + 50, slider.center().y});
  CHECK(page.program.state.tools.reach.tolerance == core::kGreatestTolerance);
  const ui::Box gap = page.item("gap");
  page.press({gap.right() + 5, gap.center().y});
  page.release({gap.right() + 5, gap.center().y});
  page.press({gap.right() - 9, gap.center().y});
  page.release({gap.right() - 9, gap.center().y});
  CHECK(page.program.state.tools.reach.gap > 30);
}
