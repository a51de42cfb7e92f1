// SPDX-License-Identifier: MIT
#include "bridge/nn_adversary.hpp"

#include <emscripten/emscripten.h>

#include <utility>

#include "bridge/bridge_abi.hpp"

namespace atelier::bridge {

static_assert(app::kMostStrength == nn::AdversarialSearch::kMostStrength);

void NnAdversary::search(app::Token token, app::ChangeMethod method,
                         std::optional<std::uint8_t> target, std::span<const std::uint8_t> pixels) {
  const auto steps =
      method == app::ChangeMethod::kOneStep ? nn::AttackSteps::kOne : nn::AttackSteps::kMany;
  job_.emplace(Job{token, nn::AdversarialSearch(pixels, steps, target)});
  atelier_js_request_frame();
}

void NnAdversary::work(double budget_ms) {
  if (!job_) return;
  nn::ImageClassifier* network = classifier_.network();
  const double end = emscripten_get_now() + budget_ms;
  while (network != nullptr && !job_->search.done()) {
    job_->search.step(*network);
    if (emscripten_get_now() >= end) break;
  }
  if (network == nullptr || job_->search.done()) {
    app::ChangesFound event{job_->token, {}, {}};
    if (network != nullptr) {
      event.images = job_->search.images();
      event.logits = job_->search.logits();
    }
    events_.push(std::move(event));
    job_.reset();
  }
  atelier_js_request_frame();
}

}  // namespace atelier::bridge
