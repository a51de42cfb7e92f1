// SPDX-License-Identifier: MIT
#include "nn/image_classifier.hpp"

#include <cassert>

#include "core/class_names.hpp"
#include "core/dataset.hpp"

namespace atelier::nn {

void ImageClassifier::run(std::span<const std::uint8_t> images, std::span<float> logits) {
  assert(images.size() % core::kSamplePixels == 0);
  assert(logits.size() == images.size() / core::kSamplePixels * core::kClassCount);
  pixels_.assign(images.begin(), images.end());
  network_.run(pixels_, {.logits = logits});
}

void ImageClassifier::features(std::span<const std::uint8_t> images, std::span<float> features) {
  assert(images.size() % core::kSamplePixels == 0);
  assert(features.size() == images.size() / core::kSamplePixels * feature_count());
  pixels_.assign(images.begin(), images.end());
  network_.run(pixels_, {.features = features});
}

core::Result<ImageClassifier> load_image_classifier(std::span<const std::byte> file) {
  auto network = load_network(file);
  if (!network) return network.error();
  const bool fits = network.value().input() == Shape{core::kSampleSide, core::kSampleSide, 1} &&
                    network.value().class_count() == core::kClassCount;
  if (!fits) {
    return core::Error{core::ErrorCode::kOnnxUnsupported,
                       "it does not take one image of 28x28 and give ten logits"};
  }
  return ImageClassifier(std::move(network.value()));
}

}  // namespace atelier::nn
