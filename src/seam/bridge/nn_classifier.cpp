// SPDX-License-Identifier: MIT
#include "seam/bridge/nn_classifier.hpp"

#include <emscripten/emscripten.h>

#include <array>
#include <utility>

#include "app/state.hpp"
#include "features/answer/events.hpp"
#include "seam/bridge/bridge_abi.hpp"

namespace atelier::bridge {

void NnClassifier::load(app::Token token, std::string_view id) {
  awaited_ = token;
  awaited_id_ = id;
  atelier_js_fetch_model(token, id.data(), id.size());
}

bool NnClassifier::take_file(app::Token token, std::span<const std::byte> file) {
  if (token == awaited_) {
    auto network = nn::load_image_classifier(file);
    if (!network) {
      events_.push(app::ModelFailed{token, network.error()});
      return false;
    }
    network_ = std::move(network.value());
    id_ = awaited_id_;
    // The first run takes memory and is many times slower: better here than under the brush.
    const std::array<std::uint8_t, app::kPixelCount> blank{};
    std::array<float, 10> logits{};
    network_->run(blank, logits);
  }
  events_.push(app::ModelLoaded{token});
  return true;
}

void NnClassifier::classify(app::Token token, std::span<const std::uint8_t> pixels) {
  app::Classified event{.token = token};
  const double started_ms = emscripten_get_now();
  if (run(pixels, event.logits)) {
    event.elapsed_ms = emscripten_get_now() - started_ms;
    events_.push(std::move(event));
  } else {
    events_.push(app::ClassifyFailed{token, {core::ErrorCode::kEngineFailed, "nothing is loaded"}});
  }
  atelier_js_request_frame();
}

bool NnClassifier::run(std::span<const std::uint8_t> pixels, std::span<float> logits) {
  if (!network_) return false;
  network_->run(pixels, logits);
  return true;
}

}  // namespace atelier::bridge
