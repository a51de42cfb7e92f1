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
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/box.hpp"
#include "ui/image_view.hpp"
#include "ui/pointer_trail.hpp"

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

  ImTextureID create(int width, int height, ui::Sampling sampling, ui::Texels what) override {
    REQUIRE(width > 0);
    REQUIRE(height > 0);
    const auto texels = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    const std::size_t values = texels * channels(what);
    all_.push_back({width, height, sampling, what, generation_, false,
                    std::vector<std::uint8_t>(values), std::vector<std::uint8_t>(texels)});
    return kFirst + all_.size() - 1;
  }

  void upload(ImTextureID texture, int x, int y, int width, int height, ui::Texels what,
              std::span<const std::uint8_t> pixels) override {
    Texture& target = living(texture);
    REQUIRE((x >= 0 && y >= 0 && x + width <= target.width && y + height <= target.height));
    REQUIRE(what == target.texels);
    const std::size_t many = channels(what);
    REQUIRE(pixels.size() ==
            many * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (int row = 0; row < height; ++row) {
      for (int column = 0; column < width; ++column) {
        const std::size_t to = target.at(x + column, y + row);
        std::copy_n(pixels.begin(), many,
                    target.pixels.begin() + static_cast<std::ptrdiff_t>(many * to));
        pixels = pixels.subspan(many);
        ++target.writes[to];
      }
    }
    ++target.uploads;
  }

  void destroy(ImTextureID texture) override { living(texture).destroyed = true; }

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
  [[nodiscard]] std::vector<ImTextureID> of_size(int width, int height) const {
    std::vector<ImTextureID> found;
    for (std::size_t k = 0; k < all_.size(); ++k) {
      const Texture& texture = all_[k];
      const bool living = texture.generation == generation_ && !texture.destroyed;
      if (living && texture.width == width && texture.height == height) {
        found.push_back(kFirst + k);
      }
    }
    return found;
  }
  [[nodiscard]] int upload_count() const {
    int count = 0;
    for (const Texture& texture : all_) count += texture.uploads;
    return count;
  }

 private:
  static std::size_t channels(ui::Texels texels) { return texels == ui::Texels::kRgb ? 3 : 1; }

  static constexpr ImTextureID kFirst = 1000;  // below are the window's own

  Texture& living(ImTextureID texture) {
    REQUIRE(is_ours(texture));
    Texture& found = all_[static_cast<std::size_t>(texture - kFirst)];
    REQUIRE(found.generation == generation_);
    REQUIRE(!found.destroyed);
    return found;
  }

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

  explicit NullWindow(ImVec2 window_size) : size(window_size) {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_HasMouseCursors;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigErrorRecoveryEnableAssert = false;
    io.ConfigErrorRecoveryEnableDebugLog = false;
    io.ConfigErrorRecoveryEnableTooltip = false;
    ImGui::GetCurrentContext()->ErrorCallbackUserData = this;
    ImGui::GetCurrentContext()->ErrorCallback = [](ImGuiContext*, void* self, const char* message) {
      static_cast<NullWindow*>(self)->errors_.emplace_back(message);
    };
    ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
    platform.Platform_ClipboardUserData = this;
    platform.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
      static_cast<NullWindow*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->clipboard = text;
    };
  }

  ~NullWindow() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext();
  }

  NullWindow(const NullWindow&) = delete;
  NullWindow& operator=(const NullWindow&) = delete;

  // One sixtieth of a second later.
  template <typename Draw>
  void frame(const Draw& draw) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = size;
    io.DeltaTime = static_cast<float>(kFrameMs / 1000.0);
    now_ms += kFrameMs;
    ImGui::NewFrame();
    draw();
    ImGui::Render();
    answer_texture_requests();
    const std::string error = errors_.empty() ? "" : errors_.front();
    REQUIRE(error == "");
  }

  // ---- input, for the next frame ----------------------------------------------------------------

  void pointer(Phase phase, ImVec2 position, ImGuiMouseSource source = ImGuiMouseSource_Mouse,
               float pressure = 0.5F) {
    trail_.push_back({.phase = phase,
                      .position = position,
                      .pressure = pressure,
                      .source = source,
                      .shift = shift,
                      .alt = alt});
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(source);
    io.AddMousePosEvent(position.x, position.y);
    if (phase == Phase::kDown) io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    if (phase == Phase::kUp || phase == Phase::kCancel) {
      io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    }
  }
  // Two fingers since the last report, a wheel with Ctrl, or the end of the fingers.
  void pinch(Phase phase, ImVec2 from, ImVec2 to, float scale, float turn = 0) {
    trail_.push_back({.phase = phase,
                      .position = to,
                      .source = ImGuiMouseSource_TouchScreen,
                      .from = from,
                      .scale = scale,
                      .turn = turn});
  }
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

  [[nodiscard]] static std::vector<DrawnTriangle> triangles() {
    std::vector<DrawnTriangle> found;
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
      for (const ImDrawCmd& command : list->CmdBuffer) {
        const ImVec4 clip = command.ClipRect;
        for (unsigned k = 0; k + 2 < command.ElemCount; k += 3) {
          DrawnTriangle triangle{
              command.GetTexID(), {}, {clip.x, clip.y, clip.z - clip.x, clip.w - clip.y}};
          for (unsigned corner = 0; corner < 3; ++corner) {
            const unsigned at = list->IdxBuffer[static_cast<int>(command.IdxOffset + k + corner)];
            triangle.corners[corner] = list->VtxBuffer[static_cast<int>(command.VtxOffset + at)];
          }
          found.push_back(triangle);
        }
      }
    }
    return found;
  }

  // ---- items ------------------------------------------------------------------------------------

  // The first window whose name contains `part`; children's names begin with their parents'.
  [[nodiscard]] static ImGuiWindow& window_named(std::string_view part) {
    for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
      if (std::string_view(window->Name).find(part) != std::string_view::npos) return *window;
    }
    FAIL("no window named " << part);
    throw;  // not reached
  }

  ImVec2 size;
  double now_ms = 1000;
  std::string clipboard;
  bool shift = false;  // are held while the pointer moves
  bool alt = false;

 private:
  static void answer_texture_requests() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      switch (texture->Status) {
        case ImTextureStatus_WantCreate:
          texture->SetTexID(1);
          texture->SetStatus(ImTextureStatus_OK);
          break;
        case ImTextureStatus_WantUpdates:
          texture->SetStatus(ImTextureStatus_OK);
          break;
        case ImTextureStatus_WantDestroy:
          texture->SetTexID(ImTextureID_Invalid);
          texture->SetStatus(ImTextureStatus_Destroyed);
          break;
        case ImTextureStatus_OK:
        case ImTextureStatus_Destroyed:
          break;
      }
    }
  }

  std::vector<ui::PointerSample> trail_;
  std::vector<std::string> errors_;
};

}  // namespace atelier::test
