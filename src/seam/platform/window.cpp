// SPDX-License-Identifier: MIT
#include "seam/platform/window.hpp"

#include <emscripten/html5.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <utility>

#include "imgui_impl_opengl3.h"
#include "imgui_internal.h"
#include "seam/platform/keys.hpp"
#include "seam/platform/platform_abi.hpp"

namespace atelier::platform {
namespace {

// ImGui wants to see time pass, and no leap after a pause.
constexpr double kLeastDeltaMs = 0.1;
constexpr double kGreatestDeltaMs = 100.0;

// How long a lifted finger goes on hovering, so that what it pressed can answer (imgui #1470).
constexpr int kHoverFramesAfterTouch = 3;

}  // namespace

Window::Window() {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.BackendPlatformName = "atelier";
  io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  // A blinking cursor would draw frames while nobody does anything.
  io.ConfigInputTextCursorBlink = false;
  ImGuiPlatformIO& platform_io = ImGui::GetPlatformIO();
  // Reading the browser's clipboard is not synchronous; pasting arrives as text instead.
  platform_io.Platform_ClipboardUserData = this;
  platform_io.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
    auto* self = static_cast<Window*>(ImGui::GetPlatformIO().Platform_ClipboardUserData);
    self->clipboard_ = text;
    atelier_js_copy_text(text, self->clipboard_.size());
  };
  platform_io.Platform_GetClipboardTextFn = [](ImGuiContext*) {
    return std::as_const(
               static_cast<Window*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->clipboard_)
        .c_str();
  };
}

Window::~Window() {
  if (context_ != 0) ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext();
}

bool Window::create() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = EM_FALSE;
  attributes.depth = EM_FALSE;
  attributes.antialias = EM_FALSE;  // ImGui smooths its own edges
  // None is used, and to ask for each that there is would hold the page up for a tenth of a second.
  attributes.enableExtensionsByDefault = EM_FALSE;
  const auto context = emscripten_webgl_create_context("#canvas", &attributes);
  // The handle is signed in old versions of Emscripten and unsigned in new ones.
  const auto handle = static_cast<std::intptr_t>(context);
  if (handle <= 0) return false;
  emscripten_webgl_make_context_current(context);
  if (!ImGui_ImplOpenGL3_Init("#version 300 es")) return false;
  context_ = handle;
  return true;
}

void Window::add_font(int weight, std::span<const std::uint8_t> bytes) {
  fonts_.push_back({weight, {bytes.begin(), bytes.end()}, nullptr});
  LoadedFont& loaded = fonts_.back();
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  loaded.font = ImGui::GetIO().Fonts->AddFontFromMemoryTTF(
      loaded.bytes.data(), static_cast<int>(loaded.bytes.size()), 0, &config);
}

ImFont* Window::font(int weight) const {
  const auto found = std::find_if(fonts_.begin(), fonts_.end(), [&](const LoadedFont& loaded) {
    return loaded.weight == weight;
  });
  return found == fonts_.end() ? nullptr : found->font;
}

void Window::begin_frame(double now_ms) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = state_.size;
  io.DisplayFramebufferScale = {state_.pixel_ratio, state_.pixel_ratio};
  io.DeltaTime = static_cast<float>(
      std::clamp(now_ms - last_frame_ms_, kLeastDeltaMs, kGreatestDeltaMs) / 1000.0);
  last_frame_ms_ = now_ms;
  if (frames_until_hover_ends_ > 0 && --frames_until_hover_ends_ == 0) {
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  }
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
}

void Window::end_frame(std::span<const Ground> grounds) {
  ImGui::Render();
  ImDrawData* draw_data = ImGui::GetDrawData();
  // Rounded as the canvas's own size is.
  glViewport(0, 0, static_cast<GLsizei>(std::lround(state_.size.x * state_.pixel_ratio)),
             static_cast<GLsizei>(std::lround(state_.size.y * state_.pixel_ratio)));
  for (const Ground& ground : grounds) clear(ground);
  ImGui_ImplOpenGL3_RenderDrawData(draw_data);
  if (last_frame_done_ != nullptr) glDeleteSync(last_frame_done_);
  last_frame_done_ = glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
  ++frames_drawn_;
  tell_cursor();
}

void Window::tell_cursor() {
  int cursor = 0;
  switch (ImGui::GetMouseCursor()) {
    case ImGuiMouseCursor_Hand:
      cursor = 1;
      break;
    case ImGuiMouseCursor_TextInput:
      cursor = 2;
      break;
    case ImGuiMouseCursor_None:
      cursor = 4;
      break;
    default:
      break;
  }
  if (cursor == cursor_) return;
  cursor_ = cursor;
  atelier_js_set_cursor(cursor);
}

// Without a GPU, large rectangles are what a frame costs most, and clearing costs least.
void Window::clear(const Ground& ground) const {
  const auto pixels = [this](float length) {
    return static_cast<GLint>(std::lround(length * state_.pixel_ratio));
  };
  const GLint left = pixels(ground.min.x);
  const GLint bottom = pixels(ground.max.y);
  const ImVec4 color = ImGui::ColorConvertU32ToFloat4(ground.color);
  glEnable(GL_SCISSOR_TEST);
  // OpenGL counts rows from below.
  glScissor(left, pixels(state_.size.y) - bottom, pixels(ground.max.x) - left,
            bottom - pixels(ground.min.y));
  glClearColor(color.x, color.y, color.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
}

bool Window::gpu_is_behind() const {
  if (last_frame_done_ == nullptr) return false;
  GLint status = GL_SIGNALED;
  glGetSynciv(last_frame_done_, GL_SYNC_STATUS, 1, nullptr, &status);
  return status == GL_UNSIGNALED;
}

bool Window::input_pending() const {
  return !ImGui::GetCurrentContext()->InputEventsQueue.empty() || frames_until_hover_ends_ > 0;
}

void Window::resize(ImVec2 size, float pixel_ratio) {
  state_.size = size;
  state_.pixel_ratio = pixel_ratio;
}

void Window::set_surroundings(const WindowState& surroundings) { state_ = surroundings; }

void Window::context_lost() {
  context_lost_ = true;
  last_frame_done_ = nullptr;  // went with the context
}

void Window::context_restored() {
  if (context_ == 0) return;
  ImGui_ImplOpenGL3_DestroyDeviceObjects();
  ImGui_ImplOpenGL3_CreateDeviceObjects();
  textures_.forget_all();
  context_lost_ = false;
}

void Window::set_modifiers(int modifiers) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Shift, (modifiers & kShift) != 0);
  // Command on a Mac is what Ctrl is elsewhere.
  io.AddKeyEvent(ImGuiMod_Ctrl, (modifiers & (kControl | kMeta)) != 0);
  io.AddKeyEvent(ImGuiMod_Alt, (modifiers & kAlt) != 0);
}

void Window::add_to_trail(PointerEvent event) {
  event.order = ImGui::GetCurrentContext()->InputEventsNextEventId;
  trail_.push_back(event);
}

void Window::on_pointer(const PointerEvent& event) {
  ImGuiIO& io = ImGui::GetIO();
  set_modifiers(event.modifiers);
  if (event.button == 0 && event.phase != PointerPhase::kLeave) add_to_trail(event);
  // The order matters: a finger has no position before it comes down.
  io.AddMouseSourceEvent(event.source);
  if (event.phase == PointerPhase::kLeave) {
    if (!io.MouseDown[0]) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    return;
  }
  io.AddMousePosEvent(event.position.x, event.position.y);
  const bool finger = event.source == ImGuiMouseSource_TouchScreen;
  switch (event.phase) {
    case PointerPhase::kDown:
      frames_until_hover_ends_ = 0;
      io.AddMouseButtonEvent(event.button, true);
      break;
    case PointerPhase::kUp:
    case PointerPhase::kCancel:
      io.AddMouseButtonEvent(event.button, false);
      if (finger) frames_until_hover_ends_ = kHoverFramesAfterTouch;
      break;
    default:
      break;
  }
}

void Window::on_wheel(float dx, float dy) { ImGui::GetIO().AddMouseWheelEvent(dx, dy); }

bool Window::on_key(std::string_view code, bool down, int modifiers) {
  set_modifiers(modifiers);
  const ImGuiKey key = key_from_code(code);
  if (key != ImGuiKey_None) ImGui::GetIO().AddKeyEvent(key, down);
  return page_handles(key, (modifiers & (kControl | kMeta)) != 0);
}

void Window::on_text(std::string_view text) {
  ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
}

void Window::on_focus(bool focused) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddFocusEvent(focused);
  if (!focused) {
    io.ClearInputKeys();
    for (int button = 0; button < 3; ++button) io.AddMouseButtonEvent(button, false);
    add_to_trail({PointerPhase::kCancel, ImGuiMouseSource_Mouse, io.MousePos, 0.5F, 0});
  }
}

bool Window::wants_text() const { return ImGui::GetIO().WantTextInput; }

bool Window::wants_wheel() const {
  const ImGuiWindow* hovered = ImGui::GetCurrentContext()->HoveredWindow;
  return hovered != nullptr && (hovered->ScrollMax.y > 0 || hovered->ScrollMax.x > 0);
}

}  // namespace atelier::platform
