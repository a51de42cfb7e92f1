// SPDX-License-Identifier: MIT
// The exports of platform_abi.hpp: unpack the arguments, hand them to the window, note activity.
#include <emscripten/emscripten.h>

#include <cassert>
#include <utility>

#include "seam/platform/platform.hpp"
#include "seam/platform/platform_abi.hpp"

namespace atelier::platform {
namespace {

// C exports have no other way to the one window of the page than a variable.
struct Attached {
  Window* window = nullptr;
  Handlers handlers;
};
Attached attached;

Window& window_with_activity() {
  assert(attached.window != nullptr);
  attached.handlers.on_activity();
  return *attached.window;
}

ImGuiMouseSource source_of(int kind) {
  switch (kind) {
    case 1:
      return ImGuiMouseSource_TouchScreen;
    case 2:
      return ImGuiMouseSource_Pen;
    default:
      return ImGuiMouseSource_Mouse;
  }
}

ImVec2 css_point(double x, double y) { return {static_cast<float>(x), static_cast<float>(y)}; }

}  // namespace

void attach(Window& window, Handlers handlers) { attached = {&window, std::move(handlers)}; }

}  // namespace atelier::platform

using atelier::platform::attached;
using atelier::platform::css_point;
using atelier::platform::window_with_activity;

extern "C" {

EMSCRIPTEN_KEEPALIVE int atelier_create_window() { return window_with_activity().create() ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE void atelier_add_font(int weight, const std::uint8_t* bytes,
                                           std::size_t byte_count) {
  window_with_activity().add_font(weight, {bytes, byte_count});
}

EMSCRIPTEN_KEEPALIVE int atelier_update(double now_ms, int visible) {
  return attached.handlers.frame(now_ms, visible != 0) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_gpu_is_behind() {
  return attached.window->gpu_is_behind() ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE double atelier_frames() {
  return static_cast<double>(attached.window->frames_drawn());
}

EMSCRIPTEN_KEEPALIVE void atelier_resize(double width, double height, double pixel_ratio) {
  window_with_activity().resize(css_point(width, height), static_cast<float>(pixel_ratio));
}

EMSCRIPTEN_KEEPALIVE void atelier_surroundings(int dark, int coarse, int still, double inset_top,
                                               double inset_bottom) {
  auto& window = window_with_activity();
  atelier::platform::WindowState state = window.state();
  state.dark = dark != 0;
  state.coarse_pointer = coarse != 0;
  state.still = still != 0;
  state.inset_top = static_cast<float>(inset_top);
  state.inset_bottom = static_cast<float>(inset_bottom);
  window.set_surroundings(state);
}

EMSCRIPTEN_KEEPALIVE void atelier_context_lost() { window_with_activity().context_lost(); }

EMSCRIPTEN_KEEPALIVE void atelier_context_restored() { window_with_activity().context_restored(); }

EMSCRIPTEN_KEEPALIVE void atelier_pointer(int phase, int kind, int, double x, double y,
                                          double pressure, int button, int modifiers) {
  window_with_activity().on_pointer({static_cast<atelier::platform::PointerPhase>(phase),
                                     atelier::platform::source_of(kind), css_point(x, y),
                                     static_cast<float>(pressure), button, modifiers});
  attached.handlers.on_pointer();
}

EMSCRIPTEN_KEEPALIVE void atelier_pinch(int phase, double from_x, double from_y, double x, double y,
                                        double scale, double turn) {
  using atelier::platform::PointerPhase;
  constexpr auto kFirst = static_cast<int>(PointerPhase::kZoom);
  window_with_activity().on_pinch({.phase = static_cast<PointerPhase>(kFirst + phase),
                                   .source = ImGuiMouseSource_TouchScreen,
                                   .position = css_point(x, y),
                                   .from = css_point(from_x, from_y),
                                   .scale = static_cast<float>(scale),
                                   .turn = static_cast<float>(turn)});
  attached.handlers.on_pointer();
}

EMSCRIPTEN_KEEPALIVE int atelier_wants_pinch(double x, double y) {
  return attached.handlers.wants_pinch(css_point(x, y)) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void atelier_wheel(double dx, double dy) {
  window_with_activity().on_wheel(static_cast<float>(dx), static_cast<float>(dy));
}

EMSCRIPTEN_KEEPALIVE int atelier_key(const char* code, std::size_t code_bytes, int down,
                                     int modifiers) {
  return window_with_activity().on_key({code, code_bytes}, down != 0, modifiers) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void atelier_text(const char* text, std::size_t text_bytes) {
  window_with_activity().on_text({text, text_bytes});
}

EMSCRIPTEN_KEEPALIVE void atelier_focus(int focused) {
  window_with_activity().on_focus(focused != 0);
}

EMSCRIPTEN_KEEPALIVE int atelier_wants_text() { return attached.window->wants_text() ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE int atelier_wants_wheel() { return attached.window->wants_wheel() ? 1 : 0; }

}  // extern "C"
