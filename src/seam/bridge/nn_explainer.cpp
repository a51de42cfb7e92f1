// SPDX-License-Identifier: MIT
#include "seam/bridge/nn_explainer.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "features/explain/map/events.hpp"
#include "nn/activation_map.hpp"
#include "seam/bridge/bridge_abi.hpp"

namespace atelier::bridge {

void NnExplainer::explain(app::Token token, app::ExplanationMethod method, int patch, int stride,
                          std::span<const std::uint8_t> pixels) {
  cancel();
  if (method == app::ExplanationMethod::kActivation) {
    explain_by_activation(token, pixels);
    return atelier_js_request_frame();
  }
  job_.begin(token);
  const std::string& id = classifier_.id();
  atelier_js_occlude(token, id.data(), id.size(), pixels.data(), patch, stride);
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

void NnExplainer::fail(app::Token token, core::ErrorCode code, const char* detail) {
  events_.push(app::ExplainFailed{token, {code, detail}});
}

}  // namespace atelier::bridge
