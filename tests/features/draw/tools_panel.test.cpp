// SPDX-License-Identifier: MIT
// Why: tools that do something else than they say destroy drawings.
#include "features/draw/panel/tools_panel.hpp"

#include <catch_amalgamated.hpp>

#include <initializer_list>
#include <utility>
#include <variant>

#include "features/draw/panel/commands.hpp"
#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

// A page with one stroke on the canvas.
struct DrawnPage : Page {
  explicit DrawnPage(ImVec2 size = kDesktop) : Page(size) {
    frames(2);
    program.act(app::ApplyStroke{broad_stroke()});
    frames(2);
  }
};

}  // namespace

TEST_CASE("the tools emit which one was chosen, and nothing else", "[ui][tools]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone);
  Page page(size);
  page.frames(2);
  page.click(page.item("eraser"));
  page.click(page.item("fill"));
  page.click(page.item("brush"));
  const auto tools = page.emitted<app::SetTool>();
  REQUIRE(tools.size() == 3);
  CHECK(tools[0].tool == core::Tool::kEraser);
  CHECK(tools[1].tool == core::Tool::kFill);
  CHECK(tools[2].tool == core::Tool::kBrush);
  CHECK(page.all_emitted.size() == 3);
}

TEST_CASE("the mirror is switched on and off", "[ui][tools]") {
  Page page;
  page.frames(2);
  page.click(page.item("mirror"));
  page.click(page.item("mirror"));
  const auto mirrored = page.emitted<app::SetMirrored>();
  REQUIRE(mirrored.size() == 2);
  CHECK(mirrored[0].mirrored);
  CHECK(!mirrored[1].mirrored);
}

TEST_CASE("undo, redo and clear are emitted", "[ui][tools]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone);
  DrawnPage page(size);
  page.click(page.item("undo"));
  CHECK(page.emitted<app::Undo>().size() == 1);
  CHECK(page.program.state.drawing.can_redo());
  page.click(page.item("redo"));
  CHECK(page.emitted<app::Redo>().size() == 1);
  page.click(page.item("clear"));
  CHECK(page.emitted<app::ClearDrawing>().size() == 1);
  CHECK(page.program.state.input.blank);
  CHECK(page.all_emitted.size() == 3);
}

TEST_CASE("what cannot be done now cannot be pressed", "[ui][tools]") {
  Page page;
  page.frames(2);
  for (const char* id : {"undo", "redo", "clear"}) page.click(page.item(id));
  CHECK(page.all_emitted.empty());
}

TEST_CASE("the cloths emit their grays, and an eraser becomes a brush", "[ui][tools]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone);
  Page page(size);
  page.frames(2);
  page.click(page.item(0, "cloth"));
  page.click(page.item(4, "cloth"));
  auto grays = page.emitted<app::SetGray>();
  REQUIRE(grays.size() == 2);
  CHECK(grays[0].gray == app::kClothGrays[0]);
  CHECK(grays[1].gray == app::kClothGrays[4]);
  CHECK(page.emitted<app::SetTool>().empty());

  page.program.act(app::SetTool{core::Tool::kEraser});
  page.click(page.item(2, "cloth"));
  CHECK(page.program.state.tools.gray == app::kClothGrays[2]);
  CHECK(page.program.state.tools.tool == core::Tool::kBrush);
}

TEST_CASE("the slider follows the pointer over all brush sizes", "[ui][tools]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone);
  Page page(size);
  page.frames(2);
  const ui::Box slider = page.item("brush size");
  page.press({slider.x + 1, slider.center().y});
  const float least = page.program.state.tools.brush_size;
  float last = least;
  for (float x = slider.x + 12; x < slider.right(); x += 12) {
    page.point_at({x, slider.center().y});
    CHECK(page.program.state.tools.brush_size >= last);
    last = page.program.state.tools.brush_size;
  }
  page.point_at({slider.right() + 100, slider.center().y});
  page.release({slider.right() + 100, slider.center().y});
  CHECK(least == Catch::Approx(0.015F));
  CHECK(page.program.state.tools.brush_size == Catch::Approx(0.3F));

  const auto emitted = page.emitted<app::SetBrushSize>().size();
  page.point_at({slider.x, slider.center().y});
  CHECK(page.emitted<app::SetBrushSize>().size() == emitted);
}

TEST_CASE("a slider that is held still emits nothing", "[ui][tools]") {
  Page page;
  page.frames(2);
  const ui::Box slider = page.item("brush size");
  for (float x = slider.x + 10; x < slider.right() - 10; x += 7.3F) {
    page.press({x, slider.center().y});
    page.frames(2);
    const auto emitted = page.emitted<app::SetBrushSize>().size();
    page.frames(5);
    CHECK(page.emitted<app::SetBrushSize>().size() == emitted);
    page.release({x, slider.center().y});
  }
}

TEST_CASE("each shortcut does what its tooltip says", "[ui][tools]") {
  DrawnPage page;
  const auto only = [&](ImGuiKey key,
                        std::initializer_list<ImGuiKey> modifiers = {}) -> const app::Action& {
    page.all_emitted.clear();
    page.press_key(key, modifiers);
    REQUIRE(page.all_emitted.size() == 1);
    return page.all_emitted[0];
  };
  const auto tool = [&](ImGuiKey key) { return only(key).get_if<app::SetTool>()->tool; };
  CHECK(tool(ImGuiKey_E) == core::Tool::kEraser);
  CHECK(tool(ImGuiKey_F) == core::Tool::kFill);
  CHECK(tool(ImGuiKey_B) == core::Tool::kBrush);
  CHECK(tool(ImGuiKey_L) == core::Tool::kLine);
  CHECK(tool(ImGuiKey_P) == core::Tool::kPolygon);
  CHECK(tool(ImGuiKey_B) == core::Tool::kBrush);
  const auto mode = [&](ImGuiKey key) { return only(key).get_if<app::SetToolMode>()->mode; };
  CHECK(mode(ImGuiKey_V) == app::ToolMode::kArrange);
  CHECK(mode(ImGuiKey_V) == app::ToolMode::kDraw);
  CHECK(mode(ImGuiKey_I) == app::ToolMode::kPick);
  CHECK(mode(ImGuiKey_I) == app::ToolMode::kDraw);
  CHECK(only(ImGuiKey_S).is<app::SoftenDrawing>());
  CHECK(only(ImGuiKey_N).is<app::InvertDrawing>());
  CHECK(only(ImGuiKey_Z, {ImGuiMod_Ctrl}).is<app::Undo>());
  CHECK(only(ImGuiKey_Z, {ImGuiMod_Ctrl}).is<app::Undo>());
  CHECK(only(ImGuiKey_M).get_if<app::SetMirrored>()->mirrored);
  CHECK(!only(ImGuiKey_M).get_if<app::SetMirrored>()->mirrored);
  CHECK(only(ImGuiKey_Z, {ImGuiMod_Ctrl}).is<app::Undo>());
  CHECK(only(ImGuiKey_Z, {ImGuiMod_Ctrl, ImGuiMod_Shift}).is<app::Redo>());
  CHECK(only(ImGuiKey_Z, {ImGuiMod_Ctrl}).is<app::Undo>());
  CHECK(only(ImGuiKey_Y, {ImGuiMod_Ctrl}).is<app::Redo>());
  CHECK(only(ImGuiKey_Delete).is<app::ClearDrawing>());

  // 1 is the first cloth on the card, the brightest.
  CHECK(only(ImGuiKey_1).get_if<app::SetGray>()->gray == app::kClothGrays[4]);
  CHECK(only(ImGuiKey_5).get_if<app::SetGray>()->gray == app::kClothGrays[0]);

  const float size = page.program.state.tools.brush_size;
  CHECK(only(ImGuiKey_RightBracket).get_if<app::SetBrushSize>()->size > size);
  CHECK(only(ImGuiKey_LeftBracket).get_if<app::SetBrushSize>()->size == Catch::Approx(size));
}

TEST_CASE("brush sizes by key stop at the ends", "[ui][tools]") {
  Page page;
  page.frames(2);
  for (int k = 0; k < 30; ++k) page.press_key(ImGuiKey_RightBracket);
  CHECK(page.program.state.tools.brush_size == 0.3F);
  for (int k = 0; k < 30; ++k) page.press_key(ImGuiKey_LeftBracket);
  CHECK(page.program.state.tools.brush_size == 0.015F);
}

TEST_CASE("letters that go with Ctrl choose no tool", "[ui][tools]") {
  Page page;
  page.frames(2);
  for (const ImGuiKey key : {ImGuiKey_B, ImGuiKey_E, ImGuiKey_F, ImGuiKey_M, ImGuiKey_1}) {
    page.press_key(key, {ImGuiMod_Ctrl});
  }
  CHECK(page.all_emitted.empty());
}

TEST_CASE("there are no shortcuts in other views", "[ui][tools]") {
  DrawnPage page;
  page.program.act(app::SetView{app::View::kAbout});
  page.frames(2);
  page.press_key(ImGuiKey_B);
  page.press_key(ImGuiKey_Delete);
  page.press_key(ImGuiKey_Z, {ImGuiMod_Ctrl});
  CHECK(page.all_emitted.empty());
}

TEST_CASE("there are no shortcuts while a text field is active", "[ui][tools]") {
  Program program;
  FakeTextures textures;
  const ui::SampleSheets sheets;
  const ui::Theme theme;
  app::Actions actions;
  bool moving = false;
  std::vector<ui::Ground> grounds;
  NullWindow window(kDesktop);
  char text[16] = "";
  bool focus_field = true;
  const auto frame = [&] {
    window.frame([&] {
      const ui::PanelContext context{program.state, actions, theme,  textures, sheets, 0,
                                     false,         moving,  grounds};
      ImGui::Begin("Test");
      if (std::exchange(focus_field, false)) ImGui::SetKeyboardFocusHere();
      ImGui::InputText("field", text, sizeof text);
      ui::take_shortcuts(context.state, context.actions);
      ImGui::End();
    });
  };
  for (int k = 0; k < 4; ++k) frame();
  REQUIRE(ImGui::GetIO().WantTextInput);
  for (const ImGuiKey key : {ImGuiKey_B, ImGuiKey_Delete, ImGuiKey_1, ImGuiKey_RightBracket}) {
    NullWindow::key(key, true);
    NullWindow::text("b");
    frame();
    NullWindow::key(key, false);
    frame();
  }
  NullWindow::key(ImGuiMod_Ctrl, true);
  NullWindow::key(ImGuiKey_Z, true);
  for (int k = 0; k < 3; ++k) frame();
  CHECK(actions.empty());
}

TEST_CASE("what is touched is large enough for a finger", "[ui][tools]") {
  Page page(kPhone);
  page.surroundings.coarse_pointer = true;
  page.frames(2);
  for (const char* id : {"brush", "eraser", "fill", "more", "undo", "redo", "clear"}) {
    CAPTURE(id);
    const ui::Box box = page.item(id);
    CHECK(box.width >= ui::kTarget);
    CHECK(box.height >= ui::kTarget);
    CHECK(box.x >= 0);
    CHECK(box.right() <= kPhone.x);
  }
  CHECK(page.item("brush size").height >= ui::kTarget);
}
