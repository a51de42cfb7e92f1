// SPDX-License-Identifier: MIT
#include "seam/platform/gl_textures.hpp"

#include <GLES3/gl3.h>

#include <cassert>

namespace atelier::platform {
namespace {

void bind(ImTextureID texture) {
  glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture));
  // A row of gray pixels need not be a multiple of four bytes.
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
}

// Luminance is the old name of what ImGui's shader wants: WebGL2 cannot spread the one channel of
// GL_R8 over three.
GLenum format_of(int channels) { return channels == 3 ? GL_RGB : GL_LUMINANCE; }

}  // namespace

ImTextureID GlTextures::create(int width, int height, bool smooth, int channels) {
  GLuint name = 0;
  glGenTextures(1, &name);
  const ImTextureID texture = name;
  bind(texture);
  const GLint filter = smooth ? GL_LINEAR : GL_NEAREST;
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  const GLenum format = format_of(channels);
  glTexImage2D(GL_TEXTURE_2D, 0, static_cast<GLint>(format), width, height, 0, format,
               GL_UNSIGNED_BYTE, nullptr);
  return texture;
}

void GlTextures::upload(ImTextureID texture, int x, int y, int width, int height, int channels,
                        std::span<const std::uint8_t> pixels) {
  assert(pixels.size() == static_cast<std::size_t>(channels) * static_cast<std::size_t>(width) *
                              static_cast<std::size_t>(height));
  bind(texture);
  glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, width, height, format_of(channels), GL_UNSIGNED_BYTE,
                  pixels.data());
}

void GlTextures::destroy(ImTextureID texture) {
  const auto name = static_cast<GLuint>(texture);
  glDeleteTextures(1, &name);
}

}  // namespace atelier::platform
