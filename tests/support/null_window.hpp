// SPDX-License-Identifier: MIT
// tests/support/null_window.hpp: a window for Dear ImGui without a screen. It takes the input that
// a test makes up and keeps what would have been drawn, as triangles that a test can look at. An
// error that ImGui recovers from (a Begin without its End) fails the test.
//
//   NullWindow window({1280, 800});
//   window.pointer(Phase::kDown, {100, 100});
//   window.frame([&] { ... ImGui calls ... });
//   for (const DrawnTriangle& triangle : window.triangles()) ...
#pragma once

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <array>
#include <cfloat>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "imgui.h"
#include "imgui_internal.h"
#include "kit/box.hpp"
#include "kit/image_view.hpp"
#include "kit/pointer_trail.hpp"

namespace atelier::test {

// Textures as plain memory: what a graphics card would hold.
class FakeTextures final : public ui::Textures {
 public:
  struct Texture {
    int width = 0;
    int height = 0;
    ui::Sampling sampling{};
    ui::Texels texels{};
    std::uint32_t generation = 0;
    bool destroyed = false;
    std::vector<std::uint8_t> pixels;
    std::vector<std::uint8_t> writes;  // how often each pixel was uploaded
    int uploads = 0;

    [[nodiscard]] std::size_t at(int x, int y) const {
      return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
             static_cast<std::size_t>(x);
    }
  };

  ImTextureID create(int width, int height, ui::Sampling sampling, ui::Texels what) override;

  void upload(ImTextureID texture, int x, int y, int width, int height, ui::Texels what,
              std::span<const std::uint8_t> pixels) override;

  void destroy(ImTextureID texture) override;

  [[nodiscard]] std::uint32_t generation() const override { return generation_; }

  void lose_context() { ++generation_; }

  [[nodiscard]] bool is_ours(ImTextureID texture) const {
    return texture >= kFirst && texture < kFirst + all_.size();
  }
  [[nodiscard]] const Texture& operator[](ImTextureID texture) const {
    return all_[static_cast<std::size_t>(texture - kFirst)];
  }
  [[nodiscard]] const std::vector<Texture>& all() const { return all_; }
  // Those of this size that are not void, in the order in which they were made.
  [[nodiscard]] std::vector<ImTextureID> of_size(int width, int height) const;
  [[nodiscard]] int upload_count() const;

 private:
  static std::size_t channels(ui::Texels texels) { return texels == ui::Texels::kRgb ? 3 : 1; }

  static constexpr ImTextureID kFirst = 1000;  // below are the window's own

  Texture& living(ImTextureID texture);

  std::vector<Texture> all_;
  std::uint32_t generation_ = 1;
};

struct DrawnTriangle {
  ImTextureID texture{};
  std::array<ImDrawVert, 3> corners{};
  ui::Box clip;

  [[nodiscard]] ImVec2 center() const {
    return {(corners[0].pos.x + corners[1].pos.x + corners[2].pos.x) / 3,
            (corners[0].pos.y + corners[1].pos.y + corners[2].pos.y) / 3};
  }
  [[nodiscard]] ImVec2 uv_center() const {
    return {(corners[0].uv.x + corners[1].uv.x + corners[2].uv.x) / 3,
            (corners[0].uv.y + corners[1].uv.y + corners[2].uv.y) / 3};
  }
  // Of one opaque colour, not a soft edge.
  [[nodiscard]] bool is_all(ImU32 color) const {
    return std::all_of(corners.begin(), corners.end(),
                       [=](const ImDrawVert& corner) { return corner.col == color; });
  }
};

// The smallest box around boxes and triangles; nothing at first.
class Bounds {
 public:
  void add(ImVec2 point) {
    min_ = {std::min(min_.x, point.x), std::min(min_.y, point.y)};
    max_ = {std::max(max_.x, point.x), std::max(max_.y, point.y)};
  }
  void add(const DrawnTriangle& triangle) {
    for (const ImDrawVert& corner : triangle.corners) add(corner.pos);
  }
  [[nodiscard]] bool empty() const { return max_.x < min_.x; }
  [[nodiscard]] ui::Box box() const {
    return empty() ? ui::Box{} : ui::Box{min_.x, min_.y, max_.x - min_.x, max_.y - min_.y};
  }

 private:
  ImVec2 min_{FLT_MAX, FLT_MAX};
  ImVec2 max_{-FLT_MAX, -FLT_MAX};
};

class NullWindow {
 public:
  using Phase = ui::PointerSample::Phase;

  static constexpr double kFrameMs = 1000.0 / 60;

  explicit NullWindow(ImVec2 window_size);

  ~NullWindow();

  NullWindow(const NullWindow&) = delete;
  NullWindow& operator=(const NullWindow&) = delete;

  // One sixtieth of a second later.
  void frame(const std::function<void()>& draw);

  // ---- input, for the next frame ----------------------------------------------------------------

  void pointer(Phase phase, ImVec2 position, ImGuiMouseSource source = ImGuiMouseSource_Mouse,
               float pressure = 0.5F);
  // Two fingers since the last report, a wheel with Ctrl, or the end of the fingers.
  void pinch(Phase phase, ImVec2 from, ImVec2 to, float scale, float turn = 0);
  // The pointer is nowhere: a finger that was lifted, a mouse that left the page.
  static void pointer_gone() { ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX); }
  static void wheel(float notches) { ImGui::GetIO().AddMouseWheelEvent(0, notches); }
  static void key(ImGuiKey key, bool down) { ImGui::GetIO().AddKeyEvent(key, down); }
  static void text(const char* utf8) { ImGui::GetIO().AddInputCharactersUTF8(utf8); }
  // ImGui spreads what came at once over several frames.
  [[nodiscard]] static bool input_pending() {
    return !ImGui::GetCurrentContext()->InputEventsQueue.empty();
  }
  // What the pointer did since the last call.
  [[nodiscard]] std::vector<ui::PointerSample> take_trail() { return std::exchange(trail_, {}); }

  // ---- what was drawn in the last frame ---------------------------------------------------------

  [[nodiscard]] static std::vector<DrawnTriangle> triangles();

  // ---- items ------------------------------------------------------------------------------------

  // The first window whose name contains `part`; children's names begin with their parents'.
  [[nodiscard]] static ImGuiWindow& window_named(std::string_view part);

  ImVec2 size;
  double now_ms = 1000;
  std::string clipboard;
  bool shift = false;  // are held while the pointer moves
  bool alt = false;

 private:
  static void answer_texture_requests();

  std::vector<ui::PointerSample> trail_;
  std::vector<std::string> errors_;
};

}  // namespace atelier::test
