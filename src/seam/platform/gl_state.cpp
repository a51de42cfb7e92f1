// SPDX-License-Identifier: MIT
// gl_state.cpp: stands in for glGetIntegerv in Dear ImGui's WebGL backend (cmake/third_party.cmake
// renames the call there). The backend saves and restores all state, for programs that draw with
// WebGL themselves. Browsers ask the graphics process for some of it and wait until that has drawn
// what it has to: with software rendering, 77 of the 81 ms of a frame. Here nobody else draws, so
// what is restored may as well be WebGL's initial state.
#include <GLES3/gl3.h>

#include <algorithm>

extern "C" void atelier_gl_get_integerv(GLenum name, GLint* values);

extern "C" void atelier_gl_get_integerv(GLenum name, GLint* values) {
  switch (name) {
    case GL_SCISSOR_BOX:
    case GL_VIEWPORT:
      std::fill_n(values, 4, 0);
      break;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA:
      *values = GL_ONE;
      break;
    case GL_BLEND_DST_RGB:
    case GL_BLEND_DST_ALPHA:
      *values = GL_ZERO;
      break;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
      *values = GL_FUNC_ADD;
      break;
    default:
      glGetIntegerv(name, values);
  }
}
