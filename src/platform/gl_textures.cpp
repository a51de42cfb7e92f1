// SPDX-License-Identifier: MIT
#include "platform/gl_textures.hpp"

#include <GLES3/gl3.h>

#include <cassert>

namespace atelier::platform {
namespace {

void bind(ImTextureID texture) {
  glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture));
  // A row of gray pixels need not be a multiple of four bytes.
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
}

}  // namespace

ImTextureID GlTextures::create(int width, int height, bool smooth) {
  GLuint name = 0;
  glGenTextures(1, &name);
  const ImTextureID texture = name;
  bind(texture);
  const GLint filter = smooth ? GL_LINEAR : GL_NEAREST;
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  // Luminance is the old name of what ImGui's shader wants: WebGL2 cannot spread the one channel of
  // GL_R8 over three.
  glTexImage2D(GL_TEXTURE_2D, 0, GL_LUMINANCE, width, height, 0, GL_LUMINANCE, GL_UNSIGNED_BYTE,
               nullptr);
  return texture;
}

void GlTextures::upload(ImTextureID texture, int x, int y, int width, int height,
                        std::span<const std::uint8_t> pixels) {
  assert(pixels.size() == static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  bind(texture);
  glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, width, height, GL_LUMINANCE, GL_UNSIGNED_BYTE,
                  pixels.data());
}

void GlTextures::destroy(ImTextureID texture) {
  const auto name = static_cast<GLuint>(texture);
  glDeleteTextures(1, &name);
}

}  // namespace atelier::platform
