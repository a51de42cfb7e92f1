// SPDX-License-Identifier: MIT
#include "features/answer/job.hpp"

#include <algorithm>
#include <cstddef>
#include <span>

#include "core/class_names.hpp"

namespace atelier::app {
namespace {

constexpr std::size_t kImagesAStep = 50;

}  // namespace

core::Result<ClassifyImages::Answer> ClassifyImages::run(Workbench& bench, const Question& question,
                                                         Progress& progress) {
  const auto network = bench.network();
  if (!network) return network.error();
  const std::span pixels(question.pixels);
  if (pixels.size() % core::kSamplePixels != 0) {
    return core::Error{core::ErrorCode::kEngineFailed, "a part of an image"};
  }
  const std::size_t count = pixels.size() / core::kSamplePixels;
  Answer answer{std::vector<float>(count * core::kClassCount)};
  const std::span logits(answer.logits);
  for (std::size_t first = 0; first < count; first += kImagesAStep) {
    if (progress.cancelled()) return cancelled_error();
    const std::size_t many = std::min(kImagesAStep, count - first);
    network.value()->run(pixels.subspan(first * core::kSamplePixels, many * core::kSamplePixels),
                         logits.subspan(first * core::kClassCount, many * core::kClassCount));
  }
  return answer;
}

}  // namespace atelier::app
