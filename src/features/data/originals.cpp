// SPDX-License-Identifier: MIT
#include "features/data/originals.hpp"

#include <cstddef>
#include <utility>
#include <variant>

namespace atelier::app {
namespace {

core::GrayImage image_of(const core::IdxImages& images, std::uint32_t index) {
  const std::size_t size = std::size_t{images.rows} * images.columns;
  const auto begin = images.pixels.begin() + static_cast<std::ptrdiff_t>(index * size);
  return {static_cast<int>(images.columns),
          static_cast<int>(images.rows),
          {begin, begin + static_cast<std::ptrdiff_t>(size)}};
}

bool is_sample(const core::GrayImage& image) {
  return image.width == core::kSampleSide && image.height == core::kSampleSide;
}

}  // namespace

void Originals::add_picture(core::GrayImage picture) {
  if (!pictures_) pictures_ = std::make_shared<Pictures>();
  const std::size_t bytes = picture.pixels.size();
  const bool fits = pictures_->bytes + bytes <= kMaxPictureBytes;
  if (fits) pictures_->bytes += bytes;
  pictures_->images.push_back(fits ? std::move(picture) : core::GrayImage{});
}

std::optional<core::GrayImage> Originals::image(std::uint32_t index) const {
  core::GrayImage found;
  if (pictures_) {
    if (index < pictures_->images.size()) found = pictures_->images[index];
  } else if (file_) {
    const auto* images = std::get_if<core::IdxImages>(&file_->content);
    if (images != nullptr && index < images->count) found = image_of(*images, index);
  }
  if (found.pixels.empty() || is_sample(found)) return std::nullopt;
  return found;
}

}  // namespace atelier::app
