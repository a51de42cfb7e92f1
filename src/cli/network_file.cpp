// SPDX-License-Identifier: MIT
#include "cli/network_file.hpp"

#include <utility>
#include <variant>

#include "cli/files.hpp"
#include "cli/inspection.hpp"
#include "core/class_names.hpp"
#include "core/dataset.hpp"

namespace atelier::cli {

using core::Error;
using core::ErrorCode;
using core::Result;

Result<nn::ImageClassifier> load_classifier(const std::string& path) {
  const auto file = read_text(path, kMostModelBytes);
  if (!file) return file.error();
  auto classifier = nn::load_image_classifier(std::as_bytes(std::span(file.value())));
  if (!classifier) return in_file(path, classifier.error());
  return classifier;
}

Result<core::IdxImages> load_images(const std::string& path) {
  auto inspection = inspect(path);
  if (!inspection) return inspection.error();
  auto* images = std::get_if<core::IdxImages>(&inspection.value().content);
  if (images == nullptr) {
    return in_file(path, {ErrorCode::kIdxWrongRank, "images are expected"});
  }
  if (images->rows != core::kSampleSide || images->columns != core::kSampleSide) {
    return in_file(path, {ErrorCode::kIdxBadDimensions, "images of 28x28 are expected"});
  }
  return std::move(*images);
}

std::vector<float> run_network(nn::ImageClassifier& network, std::span<const std::uint8_t> images) {
  std::vector<float> logits(images.size() / core::kSamplePixels * core::kClassCount);
  network.run(images, logits);
  return logits;
}

}  // namespace atelier::cli
