// SPDX-License-Identifier: MIT
#include "nn/occlusion_map.hpp"

#include <algorithm>
#include <cassert>

#include "core/class_names.hpp"
#include "core/dataset.hpp"

namespace atelier::nn {
namespace {

constexpr int kSide = static_cast<int>(core::kSampleSide);

std::vector<int> starts(int patch, int stride) {
  std::vector<int> found;
  const int last = kSide - patch;
  for (int at = 0; at < last; at += stride) found.push_back(at);
  found.push_back(last);
  return found;
}

}  // namespace

template <typename Act>
void OcclusionMap::for_each_pixel(Place place, const Act& act) const {
  for (int y = place.y; y < place.y + patch_; ++y) {
    for (int x = place.x; x < place.x + patch_; ++x) act(static_cast<std::size_t>(y * kSide + x));
  }
}

OcclusionMap::OcclusionMap(std::span<const std::uint8_t> image, int patch, int stride)
    : image_(image.begin(), image.end()),
      patch_(patch),
      logits_(core::kClassCount),
      sums_(core::kClassCount * core::kSamplePixels),
      covers_(core::kSamplePixels) {
  assert(image.size() == core::kSamplePixels && patch >= 1 && patch <= kSide && stride >= 1);
  const std::vector<int> along = starts(patch, stride);
  for (const int y : along) {
    for (const int x : along) {
      bool hides = false;
      for_each_pixel({x, y}, [&](std::size_t pixel) {
        ++covers_[pixel];
        hides = hides || image_[pixel] > 0;
      });
      if (hides) places_.push_back({x, y});
    }
  }
}

void OcclusionMap::step(ImageClassifier& classifier, std::size_t images) {
  if (!has_logits_) {
    classifier.run(image_, logits_);
    has_logits_ = true;
    return;
  }
  const std::size_t count = std::min(images, places_.size() - next_);
  if (count == 0) return;
  batch_.clear();
  for (std::size_t k = 0; k < count; ++k) {
    const auto first = batch_.insert(batch_.end(), image_.begin(), image_.end());
    for_each_pixel(places_[next_ + k],
                   [&](std::size_t pixel) { first[static_cast<std::ptrdiff_t>(pixel)] = 0; });
  }
  batch_logits_.resize(count * core::kClassCount);
  classifier.run(batch_, batch_logits_);
  for (std::size_t k = 0; k < count; ++k) {
    for (std::size_t label = 0; label < core::kClassCount; ++label) {
      const float drop = logits_[label] - batch_logits_[k * core::kClassCount + label];
      for_each_pixel(places_[next_ + k], [&](std::size_t pixel) {
        sums_[label * core::kSamplePixels + pixel] += drop;
      });
    }
  }
  next_ += count;
}

std::vector<float> OcclusionMap::values() const {
  std::vector<float> means = sums_;
  for (std::size_t k = 0; k < means.size(); ++k) {
    means[k] /= static_cast<float>(covers_[k % core::kSamplePixels]);
  }
  return means;
}

}  // namespace atelier::nn
