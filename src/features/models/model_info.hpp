// SPDX-License-Identifier: MIT
// features/models/model_info.hpp: one entry of models/models.json, as far as the page needs it, or
// the model that a visitor has brought.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/prediction.hpp"

namespace atelier::app {

inline constexpr std::string_view kOwnModelId = "own";

struct ModelInfo {
  std::string id;
  std::string title;
  std::string sha256{};         // of the .onnx file, 64 digits; empty where nobody has said
  bool reads_drawings = false;  // it was trained to
  std::uint32_t parameters{};
  std::uint64_t macs{};    // multiply-accumulates for one image
  std::uint64_t bytes{};   // of the .onnx file
  double test_accuracy{};  // 0..1, measured once on the 10,000 test images
  float temperature = 1.0F;
  core::VerdictThresholds thresholds;
  std::uint64_t neighbours_bytes{};  // of what it makes of the training images; 0: not known here
  bool own = false;  // the visitor's; then only id, title, bytes and what follows temperature count
};

// Its name in a sentence, "Sketch": an id is of ASCII letters.
[[nodiscard]] inline std::string model_name(const ModelInfo& model) {
  std::string name = model.own ? model.title : model.id;
  if (!model.own && !name.empty() && name[0] >= 'a' && name[0] <= 'z') {
    name[0] = static_cast<char>(name[0] - 32);
  }
  return name;
}

// As the page lists it.
template <class Fields>
void describe(Fields& f, ModelInfo& m) {
  f("id", m.id);
  f("title", m.title);
  f("sha256", m.sha256);
  f("reads_drawings", m.reads_drawings);
  f("parameters", m.parameters);
  f("macs", m.macs);
  f("bytes", m.bytes);
  f("test_accuracy", m.test_accuracy);
  f("temperature", m.temperature);
  f("unsure_probability", m.thresholds.unsure_probability);
  f("unsure_margin", m.thresholds.unsure_margin);
  f("unfamiliar_energy", m.thresholds.unfamiliar_energy);
  f("neighbours_bytes", m.neighbours_bytes);
}

}  // namespace atelier::app
