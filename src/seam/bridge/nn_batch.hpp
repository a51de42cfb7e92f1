// SPDX-License-Identifier: MIT
// seam/bridge/nn_batch.hpp: our own engine on several images, a few in each frame, so that no frame
// waits for it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "app/ports.hpp"
#include "seam/bridge/nn_classifier.hpp"
#include "seam/bridge/pending_events.hpp"

namespace atelier::bridge {

class NnBatch final : public app::StepsClassifier {
 public:
  NnBatch(PendingEvents& events, NnClassifier& classifier)
      : events_(events), classifier_(classifier) {}

  void classify(app::Token token, std::span<const std::uint8_t> pixels) override;
  void cancel() override { job_.reset(); }

  // Goes on with what is under way, one image at least and then for about so long; asks for another
  // frame while there is more.
  void work(double budget_ms);

 private:
  struct Job {
    app::Token token{};
    std::vector<std::uint8_t> pixels;
    std::vector<float> logits;  // of the images done
  };
  PendingEvents& events_;
  NnClassifier& classifier_;
  std::optional<Job> job_;
};

}  // namespace atelier::bridge
