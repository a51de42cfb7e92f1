// SPDX-License-Identifier: MIT
// tests/support/page.hpp: the whole page in a NullWindow, driven as a visitor drives it: by
// pointing, tapping and typing. What the panels emit is kept; it is also carried out unless a test
// says otherwise.
//
//   Page page;
//   page.program.load_test_set(12);
//   page.frames(2);
//   page.click(page.item("clear"));
//   CHECK(page.emitted<app::ClearDrawing>().size() == 1);
#pragma once

#include <catch_amalgamated.hpp>

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "app/actions.hpp"
#include "app/update.hpp"
#include "tests/support/fakes.hpp"
#include "tests/support/null_window.hpp"
#include "ui/layout.hpp"
#include "ui/ui.hpp"

namespace atelier::test {

inline constexpr ImVec2 kDesktop{1280, 800};
inline constexpr ImVec2 kPhone{390, 844};

class Page {
 public:
  using Phase = NullWindow::Phase;

  explicit Page(ImVec2 size = kDesktop) : window(size) {}

  void frame() {
    surroundings.size = window.size;
    take_strokes();
    app::Actions actions;
    window.frame([&] { drawn = ui.draw(program.state, surroundings, window.now_ms, actions); });
    take(actions);
    if (drawn.shows_steps != program.state.step_answers.in_sight) {
      program.act(app::ShowSteps{drawn.shows_steps});
    }
  }
  // As the program does it also without a frame.
  void take_strokes() {
    app::Actions actions;
    ui.take_strokes(program.state, window.take_trail(), actions);
    take(actions);
  }
  void frames(int count) {
    for (int k = 0; k < count; ++k) frame();
  }
  // Until ImGui has taken in all input, and one more.
  void settle() {
    do frame();
    while (NullWindow::input_pending());
    frame();
  }

  // ---- a visitor's hands ------------------------------------------------------------------------

  void point_at(ImVec2 at) {
    window.pointer(Phase::kMove, at);
    settle();
  }
  void press(ImVec2 at) {
    point_at(at);
    window.pointer(Phase::kDown, at);
    settle();
  }
  void release(ImVec2 at) {
    window.pointer(Phase::kUp, at);
    settle();
  }
  void click(ImVec2 at) {
    press(at);
    release(at);
  }
  void click(const ui::Box& box) { click(box.center()); }

  void finger_down(ImVec2 at) { finger(Phase::kDown, at); }
  void finger_move(ImVec2 at) { finger(Phase::kMove, at); }
  void finger_up(ImVec2 at) {
    finger(Phase::kUp, at);
    frames(2);
    NullWindow::pointer_gone();
    settle();
  }
  void tap(const ui::Box& box) {
    finger_down(box.center());
    finger_up(box.center());
  }
  // In steps of a few pixels, as a finger's samples come.
  void drag_finger(ImVec2 from, ImVec2 to, int steps = 12) {
    finger_down(from);
    for (int k = 1; k <= steps; ++k) {
      const float part = static_cast<float>(k) / static_cast<float>(steps);
      finger_move({from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
    }
    finger_up(to);
  }

  void press_key(ImGuiKey key, std::initializer_list<ImGuiKey> modifiers = {}) {
    for (const ImGuiKey modifier : modifiers) NullWindow::key(modifier, true);
    NullWindow::key(key, true);
    settle();
    NullWindow::key(key, false);
    for (const ImGuiKey modifier : modifiers) NullWindow::key(modifier, false);
    settle();
  }
  void type(const char* text) {
    NullWindow::text(text);
    settle();
  }

  // ---- where things are -------------------------------------------------------------------------

  // The box of the item that was given this id, in the page itself or in a child window of it. It
  // is found by moving the keyboard's focus to it, because ImGui then notes where it is.
  ui::Box item(const char* id, std::string_view in_window = "Atelier") {
    return find_item(in_window, [=](ImGuiID seed) { return ImHashStr(id, 0, seed); });
  }
  // The same, of one that was made between PushID(number) and PopID().
  ui::Box item(int number, const char* id, std::string_view in_window = "Atelier") {
    return find_item(in_window, [=](ImGuiID seed) {
      return ImHashStr(id, 0, ImHashData(&number, sizeof number, seed));
    });
  }

  // Of one made between PushID(group), PushID(number), PopID(), PopID().
  ui::Box item(const char* group, int number, const char* id, std::string_view in_window) {
    return find_item(in_window, [=](ImGuiID seed) {
      return ImHashStr(id, 0, ImHashData(&number, sizeof number, ImHashStr(group, 0, seed)));
    });
  }
  ui::Box item(const char* group, const char* id, std::string_view in_window) {
    return find_item(in_window,
                     [=](ImGuiID seed) { return ImHashStr(id, 0, ImHashStr(group, 0, seed)); });
  }
  // The menu that is open, as a window to look for items in.
  [[nodiscard]] static std::string open_menu() {
    const auto& open = ImGui::GetCurrentContext()->OpenPopupStack;
    REQUIRE(!open.empty());
    REQUIRE(open.back().Window != nullptr);
    return open.back().Window->Name;
  }

  // The texture of the drawing itself: smooth, while its copies on the strip are pixelated.
  [[nodiscard]] ImTextureID canvas_texture() const {
    for (const ImTextureID id : textures.of_size(core::kCanvasSide, core::kCanvasSide)) {
      if (textures[id].sampling == ui::Sampling::kSmooth) return id;
    }
    FAIL("the drawing has no texture");
    return 0;
  }
  // The drawing square, known by its black ground.
  [[nodiscard]] ui::Box canvas() const {
    for (const auto& [box, color] : drawn.grounds) {
      if (color == ui::palette(false).cloth) return box;
    }
    FAIL("the drawing is not on the page");
    return {};
  }

  // The test images that were drawn, told by the texels that they were drawn with, and where.
  [[nodiscard]] std::map<std::uint32_t, ui::Box> samples_drawn() const {
    constexpr int kSheetSide = 72 * 28;
    const auto sheets = textures.of_size(kSheetSide, kSheetSide);
    std::map<std::uint32_t, Bounds> bounds;
    for (const DrawnTriangle& triangle : NullWindow::triangles()) {
      for (std::uint32_t sheet = 0; sheet < sheets.size(); ++sheet) {
        if (triangle.texture != sheets[sheet]) continue;
        const ImVec2 uv = triangle.uv_center();
        const auto column = static_cast<std::uint32_t>(uv.x * 72);
        const auto row = static_cast<std::uint32_t>(uv.y * 72);
        bounds[sheet * 72 * 72 + row * 72 + column].add(triangle);
      }
    }
    std::map<std::uint32_t, ui::Box> boxes;
    for (const auto& [index, around] : bounds) boxes[index] = around.box();
    return boxes;
  }

  // The boxes in which pictures of 28 x 28 pixels are drawn that are these pixels.
  [[nodiscard]] std::vector<ui::Box> pictures_of(const std::vector<std::uint8_t>& pixels) const {
    std::vector<ui::Box> boxes;
    for (const ImTextureID id : textures.of_size(28, 28)) {
      if (textures[id].pixels != pixels) continue;
      Bounds bounds;
      for (const DrawnTriangle& triangle : NullWindow::triangles()) {
        if (triangle.texture == id) bounds.add(triangle);
      }
      if (bounds.box().width > 0) boxes.push_back(bounds.box());
    }
    return boxes;
  }

  [[nodiscard]] ui::Layout layout() const { return ui::layout_for(window.size, 0, 0); }

  // ---- what came of it --------------------------------------------------------------------------

  template <typename Kind>
  [[nodiscard]] std::vector<Kind> emitted() const {
    std::vector<Kind> found;
    for (const app::Action& action : all_emitted) {
      if (const auto* kind = std::get_if<Kind>(&action)) found.push_back(*kind);
    }
    return found;
  }

  Program program;
  FakeTextures textures;
  NullWindow window;
  ui::Ui ui{textures};
  ui::Surroundings surroundings;
  bool carries_out = true;
  ui::Ui::Frame drawn;
  std::vector<app::Action> all_emitted;

 private:
  void take(const app::Actions& actions) {
    for (const app::Action& action : actions) {
      if (carries_out) program.act(action);
    }
    all_emitted.insert(all_emitted.end(), actions.begin(), actions.end());
  }

  void finger(Phase phase, ImVec2 at) {
    window.pointer(phase, at, ImGuiMouseSource_TouchScreen);
    settle();
  }

  template <typename Hash>
  ui::Box find_item(std::string_view in_window, const Hash& hash) {
    ImGuiWindow& window_of_it = NullWindow::window_named(in_window);
    constexpr ImGuiNavLayer kLayer = ImGuiNavLayer_Main;
    const ImRect nowhere(-1, -1, -1, -1);
    ImGui::FocusWindow(&window_of_it);
    ImGui::SetNavID(hash(window_of_it.ID), kLayer, 0, nowhere);
    window_of_it.NavRectRel[kLayer] = nowhere;
    frame();
    const ImRect relative = window_of_it.NavRectRel[kLayer];
    REQUIRE(relative.GetWidth() > 0);
    const ImRect found = ImGui::WindowRectRelToAbs(&window_of_it, relative);
    ImGui::SetNavID(0, kLayer, 0, nowhere);
    frame();
    return {found.Min.x, found.Min.y, found.GetWidth(), found.GetHeight()};
  }
};

}  // namespace atelier::test
