// SPDX-License-Identifier: MIT
// cli/network_file.hpp: networks and images from files, and the one run through the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/idx.hpp"
#include "core/result.hpp"
#include "nn/image_classifier.hpp"

namespace atelier::cli {

// Larger files are refused: kTooLarge.
inline constexpr std::size_t kMostModelBytes = std::size_t{64} << 20;

// kCannotRead, kTooLarge and the errors of nn::load_image_classifier(). The detail begins with the
// path.
core::Result<nn::ImageClassifier> load_classifier(const std::string& path);

// An IDX file of images, 28x28 each, packed or not.
core::Result<core::IdxImages> load_images(const std::string& path);

// Logits [N, 10] of images [N, 784] in 0..255.
[[nodiscard]] std::vector<float> run_network(nn::ImageClassifier& network,
                                             std::span<const std::uint8_t> images);

}  // namespace atelier::cli
