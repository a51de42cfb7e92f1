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
#include <functional>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "features/update.hpp"
#include "kit/layout.hpp"
#include "shell/ui.hpp"
#include "tests/support/fakes.hpp"
#include "tests/support/null_window.hpp"

namespace atelier::test {

inline constexpr ImVec2 kDesktop{1280, 800};
inline constexpr ImVec2 kPhone{390, 844};

class Page {
 public:
  using Phase = NullWindow::Phase;

  explicit Page(ImVec2 size = kDesktop);
  ~Page();
  Page(const Page&) = delete;  // its parts point into it
  Page& operator=(const Page&) = delete;

  void frame();
  // As the program does it also without a frame.
  void take_strokes();
  void frames(int count) {
    for (int k = 0; k < count; ++k) frame();
  }
  // Until ImGui has taken in all input, and one more.
  void settle();

  // ---- a visitor's hands ------------------------------------------------------------------------

  void point_at(ImVec2 at);
  void press(ImVec2 at);
  void release(ImVec2 at);
  void click(ImVec2 at) {
    press(at);
    release(at);
  }
  void click(const ui::Box& box) { click(box.center()); }

  void finger_down(ImVec2 at) { finger(Phase::kDown, at); }
  void finger_move(ImVec2 at) { finger(Phase::kMove, at); }
  void finger_up(ImVec2 at);
  void tap(const ui::Box& box) {
    finger_down(box.center());
    finger_up(box.center());
  }
  // In steps of a few pixels, as a finger's samples come.
  void drag_finger(ImVec2 from, ImVec2 to, int steps = 12);

  void press_key(ImGuiKey key, std::initializer_list<ImGuiKey> modifiers = {});
  void type(const char* text);

  // ---- where things are -------------------------------------------------------------------------

  // The box of the item that was given this id, in the page itself or in a child window of it. It
  // is found by moving the keyboard's focus to it, because ImGui then notes where it is.
  ui::Box item(const char* id, std::string_view in_window = "Atelier");
  // The same, of one that was made between PushID(number) and PopID().
  ui::Box item(int number, const char* id, std::string_view in_window = "Atelier");

  // Of one made between PushID(group), PushID(number), PopID(), PopID().
  ui::Box item(const char* group, int number, const char* id, std::string_view in_window);
  ui::Box item(const char* group, const char* id, std::string_view in_window);
  // The menu that is open, as a window to look for items in.
  [[nodiscard]] static std::string open_menu();

  // The texture of the drawing itself: smooth, while its copies on the strip are pixelated.
  [[nodiscard]] ImTextureID canvas_texture() const;
  // The drawing square, known by its black ground.
  [[nodiscard]] ui::Box canvas() const;

  // The test images that were drawn, told by the texels that they were drawn with, and where.
  [[nodiscard]] std::map<std::uint32_t, ui::Box> samples_drawn() const;

  // The boxes in which pictures of 28 x 28 pixels are drawn that are these pixels.
  [[nodiscard]] std::vector<ui::Box> pictures_of(const std::vector<std::uint8_t>& pixels) const;

  [[nodiscard]] ui::Layout layout() const { return ui::layout_for(window.size, 0, 0); }

  // ---- what came of it --------------------------------------------------------------------------

  template <typename Kind>
  [[nodiscard]] std::vector<Kind> emitted() const {
    std::vector<Kind> found;
    for (const app::Action& action : all_emitted) {
      if (const auto* kind = action.get_if<Kind>()) found.push_back(*kind);
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
  void take(app::Actions actions);

  void finger(Phase phase, ImVec2 at);

  ui::Box find_item(std::string_view in_window, const std::function<ImGuiID(ImGuiID)>& hash);
};

}  // namespace atelier::test
