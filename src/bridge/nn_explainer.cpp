// SPDX-License-Identifier: MIT
#include "bridge/nn_explainer.hpp"

#include <emscripten/emscripten.h>

#include <algorithm>
#include <utility>

#include "bridge/bridge_abi.hpp"
#include "core/dataset.hpp"
#include "nn/activation_map.hpp"

namespace atelier::bridge {

void NnExplainer::explain(app::Token token, app::ExplanationMethod method, int patch, int stride,
                          std::span<const std::uint8_t> pixels) {
  job_.reset();
  atelier_js_request_frame();
  if (method == app::ExplanationMethod::kActivation) {
    explain_by_activation(token, pixels);
  } else {
    job_.emplace(Job{token, nn::OcclusionMap(pixels, patch, stride)});
  }
}

void NnExplainer::explain_by_activation(app::Token token, std::span<const std::uint8_t> pixels) {
  nn::ImageClassifier* network = classifier_.network();
  if (network == nullptr) return fail(token, core::ErrorCode::kEngineFailed, "nothing is loaded");
  auto maps = nn::activation_maps(*network, pixels);
  if (!maps) return fail(token, core::ErrorCode::kOnnxUnsupported, "no exact activation map");
  app::Explained event{token, maps->rows, maps->columns, std::move(maps->values), {}};
  std::copy(maps->bias.begin(), maps->bias.end(), event.bias.begin());
  events_.push(std::move(event));
}

void NnExplainer::work(double budget_ms) {
  if (!job_) return;
  nn::ImageClassifier* network = classifier_.network();
  if (network == nullptr) {
    fail(std::exchange(job_, std::nullopt)->token, core::ErrorCode::kEngineFailed,
         "nothing is loaded");
    return;
  }
  constexpr std::size_t kImagesAtOnce = 4;
  const double end = emscripten_get_now() + budget_ms;
  do {
    job_->map.step(*network, kImagesAtOnce);
  } while (!job_->map.done() && emscripten_get_now() < end);
  if (job_->map.done()) {
    constexpr int kSide = static_cast<int>(core::kSampleSide);
    events_.push(app::Explained{job_->token, kSide, kSide, job_->map.values(), {}});
    job_.reset();
  }
  atelier_js_request_frame();
}

void NnExplainer::fail(app::Token token, core::ErrorCode code, const char* detail) {
  events_.push(app::ExplainFailed{token, {code, detail}});
}

}  // namespace atelier::bridge
