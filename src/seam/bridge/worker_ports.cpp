// SPDX-License-Identifier: MIT
#include "seam/bridge/worker_ports.hpp"

#include <string>

#include "core/dataset.hpp"
#include "features/explain/change/state.hpp"
#include "nn/adversarial_search.hpp"
#include "seam/bridge/bridge_abi.hpp"

namespace atelier::bridge {

static_assert(app::kMostStrength == nn::AdversarialSearch::kMostStrength);

void WorkerAdversary::search(app::Token token, app::ChangeMethod method,
                             std::optional<std::uint8_t> target,
                             std::span<const std::uint8_t> pixels) {
  job_.begin(token);
  const std::string& id = classifier_.id();
  atelier_js_find_changes(token, id.data(), id.size(), pixels.data(), static_cast<int>(method),
                          target ? int{*target} : -1);
}

void WorkerBatch::classify(app::Token token, std::span<const std::uint8_t> pixels) {
  job_.begin(token);
  const std::string& id = classifier_.id();
  atelier_js_classify_batch(token, id.data(), id.size(), pixels.data(),
                            pixels.size() / core::kSamplePixels);
}

}  // namespace atelier::bridge
