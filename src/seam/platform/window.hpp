// SPDX-License-Identifier: MIT
// seam/platform/window.hpp: the canvas element as a window for Dear ImGui: WebGL2 context, fonts,
// input and frames. Knows nothing of what is drawn in it.
#pragma once

#include <GLES3/gl3.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "imgui.h"
#include "seam/platform/gl_textures.hpp"

namespace atelier::platform {

enum class PointerPhase {
  kMove,
  kDown,
  kUp,
  kCancel,
  kLeave,
  kZoom,      // by a wheel
  kPinch,     // by two fingers
  kPinchEnd,  // they are up
};

struct PointerEvent {
  PointerPhase phase{};
  ImGuiMouseSource source{};
  ImVec2 position;  // CSS pixels
  float pressure = 0.5F;
  int button = 0;
  int modifiers = 0;  // as the ABI has them
  ImVec2 from{};      // of kZoom and kPinch
  float scale = 1;
  float turn = 0;     // radians, clockwise
  ImGuiID order = 0;  // what came before it has lower numbers in ImGui's queue
};

inline constexpr int kShift = 1, kControl = 2, kAlt = 4, kMeta = 8;  // modifiers

struct WindowState {
  ImVec2 size{1280, 800};  // CSS pixels
  float pixel_ratio = 1;
  float inset_top = 0;
  float inset_bottom = 0;
  bool dark = false;
  bool coarse_pointer = false;
  bool still = false;
};

// An area of one color, in CSS pixels.
struct Ground {
  ImVec2 min;
  ImVec2 max;
  ImU32 color;
};

class Window {
 public:
  Window();
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  // Makes the WebGL2 context; false if there is none to be had.
  [[nodiscard]] bool create();
  [[nodiscard]] bool can_draw() const { return context_ != 0 && !context_lost_; }

  void add_font(int weight, std::span<const std::uint8_t> bytes);
  // Null for a weight that was never added.
  [[nodiscard]] ImFont* font(int weight) const;

  // A frame: begin, draw with ImGui, end, which renders that on `grounds`, cleared in this order.
  void begin_frame(double now_ms);
  void end_frame(std::span<const Ground> grounds);
  // The GPU still works on the frame before.
  [[nodiscard]] bool gpu_is_behind() const;
  // ImGui holds back part of the input for the next frame (a press and its release, for one).
  [[nodiscard]] bool input_pending() const;
  // Primary pointer's events since the last call, and pinches, oldest first.
  [[nodiscard]] std::vector<PointerEvent> take_trail() { return std::exchange(trail_, {}); }

  void resize(ImVec2 size, float pixel_ratio);
  void set_surroundings(const WindowState& surroundings);
  [[nodiscard]] const WindowState& state() const { return state_; }
  void context_lost();
  void context_restored();

  void on_pointer(const PointerEvent& event);
  void on_pinch(const PointerEvent& event) { add_to_trail(event); }
  void on_wheel(float dx, float dy);
  bool on_key(std::string_view code, bool down, int modifiers);
  void on_text(std::string_view text);
  void on_focus(bool focused);
  [[nodiscard]] bool wants_text() const;
  [[nodiscard]] bool wants_wheel() const;

  [[nodiscard]] GlTextures& textures() { return textures_; }
  [[nodiscard]] std::uint64_t frames_drawn() const { return frames_drawn_; }

 private:
  struct LoadedFont {
    int weight;
    std::vector<std::uint8_t> bytes;  // ImGui reads from it as long as it lives
    ImFont* font;
  };

  void clear(const Ground& ground) const;
  void set_modifiers(int modifiers);
  void add_to_trail(PointerEvent event);
  void tell_cursor();

  WindowState state_;
  GlTextures textures_;
  std::vector<LoadedFont> fonts_;
  std::vector<PointerEvent> trail_;
  std::string clipboard_;
  std::intptr_t context_ = 0;
  GLsync last_frame_done_ = nullptr;  // signalled by the GPU; null before the first frame
  bool context_lost_ = false;
  double last_frame_ms_ = 0;
  int cursor_ = -1;
  int frames_until_hover_ends_ = 0;
  std::uint64_t frames_drawn_ = 0;
};

}  // namespace atelier::platform
