// SPDX-License-Identifier: MIT
#include "kit/image_view.hpp"

#include <algorithm>

namespace atelier::ui {
namespace {

constexpr std::uint32_t kSide = 28;
constexpr std::uint32_t kSheetColumns = 72;
constexpr std::uint32_t kSheetCells = kSheetColumns * kSheetColumns;
constexpr int kSheetTexels = static_cast<int>(kSheetColumns * kSide);

void draw_texture(ImDrawList& list, ImTextureID texture, const Box& box, ImVec2 uv_min,
                  ImVec2 uv_max, float radius) {
  list.AddImageRounded(texture, box.min(), box.max(), uv_min, uv_max, IM_COL32_WHITE, radius);
}

}  // namespace

Box fitted(int width, int height, const Box& box) {
  const auto longest = static_cast<float>(std::max(width, height));
  return box.inset(box.width * (1 - static_cast<float>(width) / longest) / 2,
                   box.height * (1 - static_cast<float>(height) / longest) / 2);
}

bool ImageView::set(Textures& textures, const core::GrayImage& image, std::uint64_t version) {
  return set(textures, image, Texels::kGray, version);
}

bool ImageView::set(Textures& textures, const core::ColorImage& image, std::uint64_t version) {
  return set(textures, image, Texels::kRgb, version);
}

template <typename Image>
bool ImageView::set(Textures& textures, const Image& image, Texels texels, std::uint64_t version) {
  if (shows(textures, version)) return false;
  const bool lost = generation_ != textures.generation();
  if (lost || image.width != width_ || image.height != height_ || texels != texels_) {
    // The steps of a drawing change their sizes with every point of a stroke.
    if (!lost) textures.destroy(texture_);
    texture_ = textures.create(image.width, image.height, sampling_, texels);
    texels_ = texels;
    width_ = image.width;
    height_ = image.height;
    generation_ = textures.generation();
  }
  textures.upload(texture_, 0, 0, width_, height_, texels, image.pixels);
  version_ = version;
  return true;
}

void ImageView::draw(ImDrawList& list, const Box& box, float radius) const {
  if (!empty()) draw_texture(list, texture_, box, {0, 0}, {1, 1}, radius);
}

void ImageView::draw_part(ImDrawList& list, const Box& box, const core::Rect& part,
                          float radius) const {
  if (empty() || part.empty()) return;
  const auto uv = [this](int x, int y) {
    return ImVec2(static_cast<float>(x) / static_cast<float>(width_),
                  static_cast<float>(y) / static_cast<float>(height_));
  };
  draw_texture(list, texture_, box, uv(part.x, part.y),
               uv(part.x + part.width, part.y + part.height), radius);
}

void SampleSheets::update(Textures& textures, const core::DatasetView& set, std::uint32_t version) {
  if (generation_ != textures.generation()) {
    generation_ = textures.generation();
    sheets_.clear();
    uploaded_ = 0;
  }
  const auto ready = static_cast<std::uint32_t>(set.count());
  // Another load of the test set began, or other images have taken its place.
  if (ready < uploaded_ || version != version_) uploaded_ = 0;
  version_ = version;
  while (uploaded_ < ready) {
    const std::uint32_t sheet = uploaded_ / kSheetCells;
    const std::uint32_t cell = uploaded_ % kSheetCells;
    const std::uint32_t column = cell % kSheetColumns;
    const std::uint32_t count = std::min(kSheetColumns - column, ready - uploaded_);
    if (sheet == sheets_.size()) {
      sheets_.push_back(
          textures.create(kSheetTexels, kSheetTexels, Sampling::kSmooth, Texels::kGray));
    }
    // Side by side, as the sheet has them: one upload a row of images instead of one an image.
    band_.resize(std::size_t{count} * kSide * kSide);
    for (std::uint32_t k = 0; k < count; ++k) {
      const auto image = set.image(uploaded_ + k);
      for (std::uint32_t y = 0; y < kSide; ++y) {
        std::copy_n(&image[y * kSide], kSide, &band_[(y * count + k) * kSide]);
      }
    }
    textures.upload(sheets_[sheet], static_cast<int>(column * kSide),
                    static_cast<int>(cell / kSheetColumns * kSide), static_cast<int>(count * kSide),
                    static_cast<int>(kSide), Texels::kGray, band_);
    uploaded_ += count;
  }
}

void SampleSheets::draw(ImDrawList& list, std::uint32_t index, const Box& box, float radius) const {
  if (!has(index)) return;
  const std::uint32_t cell = index % kSheetCells;
  const auto left = static_cast<float>(cell % kSheetColumns * kSide);
  const auto top = static_cast<float>(cell / kSheetColumns * kSide);
  // Half a texel inside, so that smoothing does not mix in the neighbour on the sheet.
  const auto uv = [](float texel) { return texel / static_cast<float>(kSheetTexels); };
  draw_texture(list, sheets_[index / kSheetCells], box, {uv(left + 0.5F), uv(top + 0.5F)},
               {uv(left + kSide - 0.5F), uv(top + kSide - 0.5F)}, radius);
}

}  // namespace atelier::ui
