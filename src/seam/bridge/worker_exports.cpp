// SPDX-License-Identifier: MIT
// The exports of bridge_abi.hpp for a worker: one network, run on whatever the page sends.
#include <emscripten/emscripten.h>

#include <algorithm>
#include <cassert>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/class_names.hpp"
#include "core/dataset.hpp"
#include "core/pair_search.hpp"
#include "nn/adversarial_search.hpp"
#include "nn/image_classifier.hpp"
#include "nn/occlusion_map.hpp"
#include "seam/bridge/bridge_abi.hpp"

namespace {

using namespace atelier;

// Close pairs of images: first their features, where those are wanted, then the pairs.
struct PairJob {
  std::vector<std::uint8_t> pixels;
  std::vector<float> features;  // of the images so far; empty for pixels
  std::size_t feature_count = 0;
  std::optional<core::PairSearch> search;

  [[nodiscard]] std::size_t images() const { return pixels.size() / core::kSamplePixels; }
  [[nodiscard]] std::size_t images_done() const { return features.size() / feature_count; }
};

struct Worker {
  std::optional<nn::ImageClassifier> network;
  std::string error;
  PairJob pairs;
};
Worker worker;

constexpr std::size_t kImagesAStep = 100;

// Features take longer than what is made of them.
constexpr float kFeaturesShare = 0.7F;

// Of a few more images.
void add_features(PairJob& job, nn::ImageClassifier& network) {
  const std::size_t done = job.images_done();
  const std::size_t count = std::min(kImagesAStep, job.images() - done);
  job.features.resize((done + count) * job.feature_count);
  network.features(
      std::span(job.pixels).subspan(done * core::kSamplePixels, count * core::kSamplePixels),
      std::span(job.features).subspan(done * job.feature_count));
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE const char* atelier_worker_load(const std::uint8_t* file,
                                                     std::size_t byte_count) {
  auto network = nn::load_image_classifier(std::as_bytes(std::span(file, byte_count)));
  if (!network) {
    worker.error = network.error().detail;
    return worker.error.data();
  }
  worker.network = std::move(network.value());
  return nullptr;
}

EMSCRIPTEN_KEEPALIVE std::size_t atelier_worker_error_bytes() { return worker.error.size(); }

EMSCRIPTEN_KEEPALIVE void atelier_worker_run(const std::uint8_t* pixels, std::size_t count,
                                             float* logits) {
  assert(worker.network);
  worker.network->run({pixels, count * core::kSamplePixels}, {logits, count * core::kClassCount});
}

EMSCRIPTEN_KEEPALIVE void atelier_worker_occlude(const std::uint8_t* pixels, int patch, int stride,
                                                 float* values) {
  assert(worker.network);
  nn::OcclusionMap map({pixels, core::kSamplePixels}, patch, stride);
  while (!map.done()) map.step(*worker.network, kImagesAStep);
  const std::vector<float> drops = map.values();
  std::copy(drops.begin(), drops.end(), values);
}

EMSCRIPTEN_KEEPALIVE std::size_t atelier_worker_find_changes(const std::uint8_t* pixels, int method,
                                                             int target, std::uint8_t* images,
                                                             float* logits) {
  assert(worker.network);
  std::optional<std::size_t> wanted;
  if (target >= 0) wanted = static_cast<std::size_t>(target);
  nn::AdversarialSearch search({pixels, core::kSamplePixels},
                               method == 0 ? nn::AttackSteps::kOne : nn::AttackSteps::kMany,
                               wanted);
  while (!search.done()) search.step(*worker.network);
  std::copy(search.images().begin(), search.images().end(), images);
  std::copy(search.logits().begin(), search.logits().end(), logits);
  return search.logits().size() / core::kClassCount;
}

EMSCRIPTEN_KEEPALIVE int atelier_worker_begin_pairs(const std::uint8_t* pixels, std::size_t count,
                                                    int in_features) {
  PairJob& job = worker.pairs;
  job = PairJob{};
  job.pixels.assign(pixels, pixels + count * core::kSamplePixels);
  if (in_features != 0) {
    job.feature_count = worker.network->feature_count();
    return job.feature_count > 0 ? 1 : 0;
  }
  job.search.emplace(core::sketches(job.pixels), core::kSketchSize, bridge::kMostPairs,
                     core::pixel_distance(job.pixels));
  return 1;
}

EMSCRIPTEN_KEEPALIVE float atelier_worker_step_pairs() {
  PairJob& job = worker.pairs;
  const float before = job.feature_count > 0 ? kFeaturesShare : 0;
  if (!job.search) {
    if (job.images_done() < job.images()) {
      add_features(job, *worker.network);
      return before * static_cast<float>(job.images_done()) / static_cast<float>(job.images());
    }
    job.search.emplace(job.features, job.feature_count, bridge::kMostPairs);
  }
  job.search->step();
  return job.search->done() ? 1 : before + (1 - before) * job.search->progress();
}

EMSCRIPTEN_KEEPALIVE std::size_t atelier_worker_take_pairs(std::uint32_t* images,
                                                           float* distances) {
  const std::vector<core::Pair> pairs = worker.pairs.search->pairs();
  for (const core::Pair& pair : pairs) {
    *images++ = pair.first;
    *images++ = pair.second;
    *distances++ = pair.distance;
  }
  worker.pairs = PairJob{};
  return pairs.size();
}

}  // extern "C"
