// SPDX-License-Identifier: MIT
// seam/platform/platform_abi.hpp: window, input and frames between web/input/input.ts,
// web/shell/frame_loop.ts and this module. The rules on memory and strings are those of
// seam/bridge/bridge_abi.hpp.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

// ---- imports ------------------------------------------------------------------------------------

// cursor: 0 arrow, 1 hand, 2 text, 3 crosshair, 4 none.
void atelier_js_set_cursor(int cursor);
// Puts text on the clipboard; runs inside a frame that follows a user's gesture.
void atelier_js_copy_text(const char* text, std::size_t text_bytes);

// ---- exports: frames ----------------------------------------------------------------------------

// Makes a WebGL2 context on the element "#canvas". Returns 1, or 0 when there is none to be had;
// everything but drawing works without.
int atelier_create_window();
// weight: 400, 500 or 600. Fonts that never arrive are replaced by a built-in one.
void atelier_add_font(int weight, const std::uint8_t* bytes, std::size_t byte_count);
// Drains events and changes State; then draws if a frame is due and `visible` is 1. Returns 1 when
// another frame is due, so that JS asks for one, and 0 when the page may rest.
int atelier_update(double now_ms, int visible);
// 1 while the GPU still works on the last frame. Another one would only queue up behind it, until
// the browser holds the page back for several frames at once; so JS lets animation frames pass.
int atelier_gpu_is_behind();
// Frames drawn since the start.
double atelier_frames();

// ---- exports: window ----------------------------------------------------------------------------

void atelier_resize(double width, double height, double pixel_ratio);
// Safe-area insets are zero where a device has none. dark, coarse, still: 0 or 1
// (prefers-color-scheme, pointer: coarse, prefers-reduced-motion).
void atelier_surroundings(int dark, int coarse, int still, double inset_top, double inset_bottom);
void atelier_context_lost();
void atelier_context_restored();

// ---- exports: input -----------------------------------------------------------------------------

// phase: 0 move, 1 down, 2 up, 3 cancel, 4 leave. kind: 0 mouse, 1 touch, 2 pen. button: 0 left,
// 1 middle, 2 right. pressure 0..1 (0.5 for a mouse). Coalesced moves come one by one, oldest
// first. modifiers: 1 shift, 2 ctrl, 4 alt, 8 meta.
void atelier_pointer(int phase, int kind, int pointer_id, double x, double y, double pressure,
                     int button, int modifiers);
// What lay at from_x, from_y comes to lie at x, y, `scale` times as large and turned clockwise by
// `turn` radians. phase: 0 by a wheel, complete in itself; 1 by two fingers, since the last report;
// 2 they are up, and the rest means nothing.
void atelier_pinch(int phase, double from_x, double from_y, double x, double y, double scale,
                   double turn);
// 1 if what lies there can be pinched; two fingers scroll elsewhere.
int atelier_wants_pinch(double x, double y);
// In ImGui's unit: 1 is one notch.
void atelier_wheel(double dx, double dy);
// code: KeyboardEvent.code. Returns 1 if the page handles that key while the canvas has the focus.
int atelier_key(const char* code, std::size_t code_bytes, int down, int modifiers);
void atelier_text(const char* text, std::size_t text_bytes);
// The window or the canvas lost the focus: releases everything that is held.
void atelier_focus(int focused);
// 1 while a text field wants the soft keyboard.
int atelier_wants_text();
// 1 while the pointer is over something that scrolls or drags, so the page must not.
int atelier_wants_wheel();

}  // extern "C"
