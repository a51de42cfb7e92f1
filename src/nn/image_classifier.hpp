// SPDX-License-Identifier: MIT
// nn/image_classifier.hpp: a network that takes the dataset's images as they are in its files and
// gives ten logits each.
//
//   auto classifier = nn::load_image_classifier(file);
//   if (!classifier) return classifier.error();
//   classifier.value().run(pixels, logits);
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/result.hpp"
#include "nn/network.hpp"

namespace atelier::nn {

class ImageClassifier {
 public:
  // `network` takes one image tensor [N, 1, 28, 28] and gives ten logits.
  explicit ImageClassifier(Network network) : network_(std::move(network)) {}

  // `images` [N, 784] in 0..255, `logits` [N, 10]. Takes memory only when N is larger than ever
  // before. One thread at a time.
  void run(std::span<const std::uint8_t> images, std::span<float> logits);

  [[nodiscard]] Network& network() { return network_; }

  // What the network makes of an image before it decides; 0 where it does not tell.
  [[nodiscard]] std::size_t feature_count() const { return network_.feature_count(); }
  // `features` [N, feature_count()].
  void features(std::span<const std::uint8_t> images, std::span<float> features);

 private:
  Network network_;
  std::vector<float> pixels_;
};

// The errors of load_network(), and kOnnxUnsupported for a network of other inputs or classes.
[[nodiscard]] core::Result<ImageClassifier> load_image_classifier(std::span<const std::byte> file);

}  // namespace atelier::nn
