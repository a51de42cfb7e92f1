// SPDX-License-Identifier: MIT
// seam/bridge/nn_classifier.hpp: our own engine as the page's classifier. It runs here and now, and
// yet answers by an event, like the other one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "app/ports.hpp"
#include "nn/image_classifier.hpp"
#include "seam/bridge/pending_events.hpp"

namespace atelier::bridge {

class NnClassifier final : public app::Classifier {
 public:
  explicit NnClassifier(PendingEvents& events) : events_(events) {}

  void load(app::Token token, std::string_view id) override;
  void classify(app::Token token, std::span<const std::uint8_t> pixels) override;

  // The .onnx file that load(token) asked for. Older ones leave what is loaded as it is. False if
  // it cannot be used.
  bool take_file(app::Token token, std::span<const std::byte> file);

  // Ten logits of 784 pixels, without an event. False while nothing is loaded.
  bool run(std::span<const std::uint8_t> pixels, std::span<float> logits);

  // Of the model that is loaded; empty while none is.
  [[nodiscard]] const std::string& id() const { return id_; }
  // Null while nothing is loaded.
  [[nodiscard]] nn::ImageClassifier* network() { return network_ ? &*network_ : nullptr; }

 private:
  PendingEvents& events_;
  app::Token awaited_ = 0;
  std::string awaited_id_;
  std::string id_;
  std::optional<nn::ImageClassifier> network_;
};

}  // namespace atelier::bridge
