// SPDX-License-Identifier: MIT
// app/model_info.hpp: one entry of models/models.json, as far as the page needs it.
#pragma once

#include <cstdint>
#include <string>

#include "core/prediction.hpp"

namespace atelier::app {

struct ModelInfo {
  std::string id;
  std::string title;
  std::uint32_t parameters{};
  std::uint64_t macs{};    // multiply-accumulates for one image
  std::uint64_t bytes{};   // of the .onnx file
  double test_accuracy{};  // 0..1, measured once on the 10,000 test images
  float temperature = 1.0F;
  core::VerdictThresholds thresholds;
};

}  // namespace atelier::app
