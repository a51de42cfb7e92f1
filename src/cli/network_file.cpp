// SPDX-License-Identifier: MIT
#include "cli/network_file.hpp"

#include <cassert>
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

Result<nn::Network> load_classifier(const std::string& path) {
  const auto file = read_text(path, kMostModelBytes);
  if (!file) return file.error();
  auto network = nn::load_network(std::as_bytes(std::span(file.value())));
  if (!network) return in_file(path, network.error());
  const bool fits = network.value().input() == nn::Shape{core::kSampleSide, core::kSampleSide, 1} &&
                    network.value().class_count() == core::kClassCount;
  if (!fits) {
    return in_file(path, {ErrorCode::kOnnxUnsupported,
                          "it does not take one image of 28x28 and give ten logits"});
  }
  return network;
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

std::vector<float> run_network(nn::Network& network, std::span<const std::uint8_t> images) {
  assert(images.size() % core::kSamplePixels == 0);
  const std::vector<float> pixels(images.begin(), images.end());
  std::vector<float> logits(images.size() / core::kSamplePixels * core::kClassCount);
  network.run(pixels, {.logits = logits});
  return logits;
}

}  // namespace atelier::cli
