// SPDX-License-Identifier: MIT
// seam/bridge/nn_explainer.hpp: where our own engine's network looked. The activation map is there
// at once; an occlusion map takes hundreds of runs, which a worker does.
#pragma once

#include <cstdint>
#include <span>

#include "app/ports.hpp"
#include "seam/bridge/nn_classifier.hpp"
#include "seam/bridge/pending_events.hpp"
#include "seam/bridge/worker_job.hpp"

namespace atelier::bridge {

class NnExplainer final : public app::Explainer {
 public:
  NnExplainer(PendingEvents& events, NnClassifier& classifier)
      : events_(events), classifier_(classifier) {}

  void explain(app::Token token, app::ExplanationMethod method, int patch, int stride,
               std::span<const std::uint8_t> pixels) override;
  void cancel() override { job_.cancel(); }

 private:
  void explain_by_activation(app::Token token, std::span<const std::uint8_t> pixels);
  void fail(app::Token token, core::ErrorCode code, const char* detail);

  PendingEvents& events_;
  NnClassifier& classifier_;
  WorkerJob job_;
};

}  // namespace atelier::bridge
