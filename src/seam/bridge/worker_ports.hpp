// SPDX-License-Identifier: MIT
// seam/bridge/worker_ports.hpp: ports of app whose work takes many runs of our own engine's
// network, and is done by a worker. The answers come as atelier_changes_found and
// atelier_batch_classified.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "app/ports.hpp"
#include "seam/bridge/nn_classifier.hpp"
#include "seam/bridge/worker_job.hpp"

namespace atelier::bridge {

class WorkerAdversary final : public app::Adversary {
 public:
  // `classifier` says which model it is.
  explicit WorkerAdversary(const NnClassifier& classifier) : classifier_(classifier) {}

  void search(app::Token token, app::ChangeMethod method, std::optional<std::uint8_t> target,
              std::span<const std::uint8_t> pixels) override;
  void cancel() override { job_.cancel(); }

 private:
  const NnClassifier& classifier_;
  WorkerJob job_;
};

class WorkerBatch final : public app::StressClassifier {
 public:
  // Likewise.
  explicit WorkerBatch(const NnClassifier& classifier) : classifier_(classifier) {}

  void classify(app::Token token, std::span<const std::uint8_t> pixels) override;
  void cancel() override { job_.cancel(); }

 private:
  const NnClassifier& classifier_;
  WorkerJob job_;
};

}  // namespace atelier::bridge
