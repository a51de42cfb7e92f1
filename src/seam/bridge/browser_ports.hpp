// SPDX-License-Identifier: MIT
// seam/bridge/browser_ports.hpp: app's ports, by way of the imports of bridge_abi.hpp.
#pragma once

#include "app/ports.hpp"

#include "features/report/actions.hpp"

namespace atelier::bridge {

// ONNX Runtime Web, in a worker of its own.
class OrtClassifier final : public app::Classifier {
 public:
  void load(app::Token token, std::string_view id) override;
  void prepare(std::string_view id) override;
  // The page is asked even if it has it.
  [[nodiscard]] bool use(std::string_view) override { return false; }
  void classify(app::Token token, std::span<const std::uint8_t> pixels) override;
};

class BrowserFiles final : public app::Files {
 public:
  void load_test_set() override;
  void list_models() override;
};

class BrowserEvaluator final : public app::Evaluator {
 public:
  void evaluate(app::Token token, app::EngineKind engine, std::string_view id) override;
  void cancel(app::Token token) override;
};

class BrowserSettings final : public app::Settings {
 public:
  void load() override;
  bool save(std::string_view key, std::string_view value) override;
};

class BrowserFileSaver final : public app::FileSaver {
 public:
  void save(std::string_view name, std::string_view mime_type,
            std::span<const std::byte> bytes) override;
};

class BrowserVisitor final : public app::Visitor {
 public:
  void choose_model() override;
  void choose_data() override;
  void choose_photo() override;
  void use_camera() override;
  void cancel_opening() override;
  void read_own_model(app::Reading reading) override;
  void forget_own_model() override;
};

class BrowserClock final : public app::Clock {
 public:
  [[nodiscard]] double now_ms() const override;
};

}  // namespace atelier::bridge
