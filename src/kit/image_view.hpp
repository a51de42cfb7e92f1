// SPDX-License-Identifier: MIT
// kit/image_view.hpp: images as textures. The platform makes the textures behind the Textures
// door; tests pass a fake.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/color_image.hpp"
#include "core/dataset.hpp"
#include "core/image.hpp"
#include "imgui.h"
#include "kit/box.hpp"

namespace atelier::ui {

enum class Sampling { kPixelated, kSmooth };

// What 8-bit textures hold: one value a texel, sampled as (gray, gray, gray, 1), or three.
enum class Texels { kGray, kRgb };

class Textures {
 public:
  virtual ~Textures() = default;
  // Content undefined until uploaded. Never fails: without a window it returns an id that is never
  // drawn.
  virtual ImTextureID create(int width, int height, Sampling sampling, Texels texels) = 0;
  // Rows of `pixels` follow each other without padding; copied during the call.
  virtual void upload(ImTextureID texture, int x, int y, int width, int height, Texels texels,
                      std::span<const std::uint8_t> pixels) = 0;
  // Not one that is void.
  virtual void destroy(ImTextureID texture) = 0;
  // Grows when the graphics context was lost: every texture made before is void.
  [[nodiscard]] virtual std::uint32_t generation() const = 0;
};

// The largest box of the shape of width x height in the middle of `box`, whose sides are equal.
[[nodiscard]] Box fitted(int width, int height, const Box& box);

// One image that changes: uploads it again only when its version is another.
class ImageView {
 public:
  explicit ImageView(Sampling sampling) : sampling_(sampling) {}

  // `version` names the content; 0 is none. Returns true if the image was uploaded.
  bool set(Textures& textures, const core::GrayImage& image, std::uint64_t version);
  bool set(Textures& textures, const core::ColorImage& image, std::uint64_t version);
  // Nothing would be uploaded: to be asked where making the image takes time.
  [[nodiscard]] bool shows(const Textures& textures, std::uint64_t version) const {
    return version == version_ && generation_ == textures.generation();
  }
  void draw(ImDrawList& list, const Box& box, float radius = 0) const;
  // Those pixels alone, filling `box`.
  void draw_part(ImDrawList& list, const Box& box, const core::Rect& part, float radius = 0) const;
  [[nodiscard]] bool empty() const { return version_ == 0; }

 private:
  template <typename Image>
  bool set(Textures& textures, const Image& image, Texels texels, std::uint64_t version);

  Sampling sampling_;
  ImTextureID texture_{};
  Texels texels_ = Texels::kGray;
  int width_ = 0, height_ = 0;
  std::uint64_t version_ = 0;
  std::uint32_t generation_ = 0;
};

// All images of the set that is shown, on sheets of 72 x 72, small enough for any WebGL2 device
// (2048 texels a side is what the standard promises). The test set needs two.
class SampleSheets {
 public:
  // Uploads what has arrived since the last call, or all of it if the version is another.
  void update(Textures& textures, const core::DatasetView& set, std::uint32_t version = 0);
  [[nodiscard]] bool has(std::uint32_t index) const { return index < uploaded_; }
  void draw(ImDrawList& list, std::uint32_t index, const Box& box, float radius = 0) const;

 private:
  std::vector<ImTextureID> sheets_;
  std::uint32_t uploaded_ = 0;
  std::uint32_t version_ = 0;
  std::uint32_t generation_ = 0;
  std::vector<std::uint8_t> band_;  // scratch: one row of images, as the sheet has it
};

}  // namespace atelier::ui
