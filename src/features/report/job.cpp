// SPDX-License-Identifier: MIT
#include "features/report/job.hpp"

#include <span>

namespace atelier::app {
namespace {

constexpr std::size_t kImagesAStep = 100;

// Features take longer than what is made of them.
constexpr float kFeaturesShare = 0.7F;

core::Result<std::vector<float>> features_of(std::span<const std::uint8_t> pixels,
                                             nn::ImageClassifier& network, Progress& progress) {
  const std::size_t size = network.feature_count();
  if (size == 0) {
    return core::Error{core::ErrorCode::kModelUnusable, "this network tells no features"};
  }
  const std::size_t images = pixels.size() / core::kSamplePixels;
  std::vector<float> features(images * size);
  for (std::size_t first = 0; first < images; first += kImagesAStep) {
    if (progress.cancelled()) return cancelled_error();
    const std::size_t count = std::min(kImagesAStep, images - first);
    network.features(pixels.subspan(first * core::kSamplePixels, count * core::kSamplePixels),
                     std::span(features).subspan(first * size, count * size));
    progress.share(kFeaturesShare * static_cast<float>(first + count) / static_cast<float>(images));
  }
  return features;
}

core::Result<std::vector<core::Pair>> pairs_of(core::PairSearch search, float share_before,
                                               Progress& progress) {
  while (!search.done()) {
    if (progress.cancelled()) return cancelled_error();
    search.step();
    progress.share(share_before + (1 - share_before) * search.progress());
  }
  return search.pairs();
}

core::Result<std::vector<core::Pair>> closest(Workbench& bench,
                                              const FindClosePairs::Question& question,
                                              Progress& progress) {
  if (!question.in_features) {
    return pairs_of({core::sketches(question.pixels), core::kSketchSize, FindClosePairs::kMostPairs,
                     core::pixel_distance(question.pixels)},
                    0, progress);
  }
  const auto network = bench.network();
  if (!network) return network.error();
  const auto features = features_of(question.pixels, *network.value(), progress);
  if (!features) return features.error();
  return pairs_of({features.value(), network.value()->feature_count(), FindClosePairs::kMostPairs},
                  kFeaturesShare, progress);
}

}  // namespace

core::Result<FindClosePairs::Answer> FindClosePairs::run(Workbench& bench, const Question& question,
                                                         Progress& progress) {
  if (question.pixels.size() % core::kSamplePixels != 0) {
    return core::Error{core::ErrorCode::kEngineFailed, "a part of an image"};
  }
  auto pairs = closest(bench, question, progress);
  if (!pairs) return pairs.error();
  const auto images = static_cast<std::uint32_t>(question.pixels.size() / core::kSamplePixels);
  return Answer{images, std::move(pairs).value()};
}

}  // namespace atelier::app
