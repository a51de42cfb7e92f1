// SPDX-License-Identifier: MIT
// The exports of bridge_abi.hpp for a worker: one network, run on whatever the page sends.
#include <emscripten/emscripten.h>

#include <cassert>
#include <optional>
#include <string>
#include <utility>

#include "bridge/bridge_abi.hpp"
#include "core/class_names.hpp"
#include "core/dataset.hpp"
#include "nn/image_classifier.hpp"

namespace {

struct Worker {
  std::optional<atelier::nn::ImageClassifier> network;
  std::string error;
};
Worker worker;

}  // namespace

using namespace atelier;

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

}  // extern "C"
