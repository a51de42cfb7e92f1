// SPDX-License-Identifier: MIT
// seam/bridge/nn_classifier.hpp: our own engine as the page's classifier. It runs here and now, and
// yet answers by an event, like the other one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "app/job.hpp"
#include "app/ports.hpp"
#include "seam/bridge/pending_events.hpp"

namespace atelier::bridge {

class NnClassifier final : public app::Classifier {
 public:
  // The network lies on `bench`, where jobs find it.
  NnClassifier(PendingEvents& events, app::Workbench& bench) : events_(events), bench_(bench) {}

  void load(app::Token token, std::string_view id) override;
  void prepare(std::string_view id) override;
  [[nodiscard]] bool use(std::string_view id) override;
  void classify(app::Token token, std::span<const std::uint8_t> pixels) override;

  // The .onnx file that load(token) asked for, or prepare() if `token` is 0. Older ones leave what
  // is loaded as it is. False if it cannot be used.
  bool take_file(app::Token token, std::span<const std::byte> file);

  // Ten logits of 784 pixels, without an event. False while nothing is loaded.
  bool run(std::span<const std::uint8_t> pixels, std::span<float> logits);

 private:
  PendingEvents& events_;
  app::Workbench& bench_;
  app::Token awaited_ = 0;
  std::string awaited_id_;
  std::string prepared_id_;
};

}  // namespace atelier::bridge
