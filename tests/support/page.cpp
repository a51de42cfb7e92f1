// SPDX-License-Identifier: MIT
#include "tests/support/page.hpp"

namespace atelier::test {

Page::Page(ImVec2 size) : window(size) {}

Page::~Page() = default;

void Page::frame() {
  surroundings.size = window.size;
  take_strokes();
  app::Actions actions;
  window.frame([&] { drawn = ui.draw(program.state, surroundings, window.now_ms, actions); });
  take(std::move(actions));
  if (drawn.shows_steps != program.state.step_answers.in_sight) {
    program.act(app::ShowSteps{drawn.shows_steps});
  }
}

void Page::take_strokes() {
  app::Actions actions;
  ui.take_strokes(program.state, window.take_trail(), actions);
  take(std::move(actions));
}

void Page::settle() {
  do frame();
  while (NullWindow::input_pending());
  frame();
}

void Page::point_at(ImVec2 at) {
  window.pointer(Phase::kMove, at);
  settle();
}

void Page::press(ImVec2 at) {
  point_at(at);
  window.pointer(Phase::kDown, at);
  settle();
}

void Page::release(ImVec2 at) {
  window.pointer(Phase::kUp, at);
  settle();
}

void Page::finger_up(ImVec2 at) {
  finger(Phase::kUp, at);
  frames(2);
  NullWindow::pointer_gone();
  settle();
}

void Page::drag_finger(ImVec2 from, ImVec2 to, int steps) {
  finger_down(from);
  for (int k = 1; k <= steps; ++k) {
    const float part = static_cast<float>(k) / static_cast<float>(steps);
    finger_move({from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
  }
  finger_up(to);
}

void Page::press_key(ImGuiKey key, std::initializer_list<ImGuiKey> modifiers) {
  for (const ImGuiKey modifier : modifiers) NullWindow::key(modifier, true);
  NullWindow::key(key, true);
  settle();
  NullWindow::key(key, false);
  for (const ImGuiKey modifier : modifiers) NullWindow::key(modifier, false);
  settle();
}

void Page::type(const char* text) {
  NullWindow::text(text);
  settle();
}

ui::Box Page::item(const char* id, std::string_view in_window) {
  return find_item(in_window, [=](ImGuiID seed) { return ImHashStr(id, 0, seed); });
}

ui::Box Page::item(int number, const char* id, std::string_view in_window) {
  return find_item(in_window, [=](ImGuiID seed) {
    return ImHashStr(id, 0, ImHashData(&number, sizeof number, seed));
  });
}

ui::Box Page::item(const char* group, int number, const char* id, std::string_view in_window) {
  return find_item(in_window, [=](ImGuiID seed) {
    return ImHashStr(id, 0, ImHashData(&number, sizeof number, ImHashStr(group, 0, seed)));
  });
}

ui::Box Page::item(const char* group, const char* id, std::string_view in_window) {
  return find_item(in_window,
                   [=](ImGuiID seed) { return ImHashStr(id, 0, ImHashStr(group, 0, seed)); });
}

std::string Page::open_menu() {
  const auto& open = ImGui::GetCurrentContext()->OpenPopupStack;
  REQUIRE(!open.empty());
  REQUIRE(open.back().Window != nullptr);
  return open.back().Window->Name;
}

ImTextureID Page::canvas_texture() const {
  for (const ImTextureID id : textures.of_size(core::kCanvasSide, core::kCanvasSide)) {
    if (textures[id].sampling == ui::Sampling::kSmooth) return id;
  }
  FAIL("the drawing has no texture");
  return 0;
}

ui::Box Page::canvas() const {
  for (const auto& [box, color] : drawn.grounds) {
    if (color == ui::palette(false).cloth) return box;
  }
  FAIL("the drawing is not on the page");
  return {};
}

std::map<std::uint32_t, ui::Box> Page::samples_drawn() const {
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

std::vector<ui::Box> Page::pictures_of(const std::vector<std::uint8_t>& pixels) const {
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

void Page::take(app::Actions actions) {
  for (app::Action& action : actions) {
    if (carries_out) program.act(std::move(action));
    all_emitted.push_back(std::move(action));
  }
}

void Page::finger(Phase phase, ImVec2 at) {
  window.pointer(phase, at, ImGuiMouseSource_TouchScreen);
  settle();
}

ui::Box Page::find_item(std::string_view in_window, const std::function<ImGuiID(ImGuiID)>& hash) {
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

}  // namespace atelier::test
