// SPDX-License-Identifier: MIT
// bridge/nn_adversary.hpp: the changes of a picture that change our own engine's answer, a few
// gradients in each frame.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "app/ports.hpp"
#include "bridge/nn_classifier.hpp"
#include "bridge/pending_events.hpp"
#include "nn/adversarial_search.hpp"

namespace atelier::bridge {

class NnAdversary final : public app::Adversary {
 public:
  NnAdversary(PendingEvents& events, NnClassifier& classifier)
      : events_(events), classifier_(classifier) {}

  void search(app::Token token, app::ChangeMethod method, std::optional<std::uint8_t> target,
              std::span<const std::uint8_t> pixels) override;
  void cancel() override { job_.reset(); }

  // Goes on with what is under way, one step at least and then for about so long; asks for another
  // frame while there is more.
  void work(double budget_ms);

 private:
  struct Job {
    app::Token token{};
    nn::AdversarialSearch search;
  };
  PendingEvents& events_;
  NnClassifier& classifier_;
  std::optional<Job> job_;
};

}  // namespace atelier::bridge
