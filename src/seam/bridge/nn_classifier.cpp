// SPDX-License-Identifier: MIT
#include "seam/bridge/nn_classifier.hpp"

#include <emscripten/emscripten.h>

#include <array>
#include <utility>

#include "app/state.hpp"
#include "features/answer/events.hpp"
#include "seam/bridge/bridge_abi.hpp"

namespace atelier::bridge {
namespace {

constexpr app::Token kForLater = 0;  // nobody waits for it

}  // namespace

void NnClassifier::load(app::Token token, std::string_view id) {
  awaited_ = token;
  awaited_id_ = id;
  atelier_js_fetch_model(token, id.data(), id.size());
}

void NnClassifier::prepare(std::string_view id) {
  prepared_id_ = id;
  atelier_js_fetch_model(kForLater, id.data(), id.size());
}

bool NnClassifier::use(std::string_view id) {
  if (!bench_.use(id)) return false;
  awaited_ = 0;
  return true;
}

bool NnClassifier::take_file(app::Token token, std::span<const std::byte> file) {
  if (token == kForLater) {
    auto network = nn::load_image_classifier(file);
    if (network) bench_.keep(prepared_id_, std::move(network).value());
    return static_cast<bool>(network);
  }
  if (token == awaited_) {
    auto network = nn::load_image_classifier(file);
    if (!network) {
      events_.push(app::ModelFailed{token, network.error()});
      return false;
    }
    bench_.put(awaited_id_, std::move(network));
    // The first run takes memory and is many times slower: better here than under the brush.
    const std::array<std::uint8_t, app::kPixelCount> blank{};
    std::array<float, 10> logits{};
    run(blank, logits);
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
  nn::ImageClassifier* network = bench_.classifier();
  if (network == nullptr) return false;
  network->run(pixels, logits);
  return true;
}

}  // namespace atelier::bridge
