// SPDX-License-Identifier: MIT
// seam/platform/gl_textures.hpp: 8-bit textures, gray or in colour, in WebGL2, for Dear ImGui to
// draw.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "imgui.h"

namespace atelier::platform {

class GlTextures {
 public:
  // `channels`: 1, sampled as (gray, gray, gray, 1), or 3. `smooth`: linear between texels, else
  // pixelated.
  ImTextureID create(int width, int height, bool smooth, int channels);
  // Rows without padding; copied during the call.
  void upload(ImTextureID texture, int x, int y, int width, int height, int channels,
              std::span<const std::uint8_t> pixels);
  void destroy(ImTextureID texture);

  // The graphics context was lost and is there again: no texture made before exists any more.
  void forget_all() { ++generation_; }
  [[nodiscard]] std::uint32_t generation() const { return generation_; }

 private:
  std::uint32_t generation_ = 1;
};

}  // namespace atelier::platform
