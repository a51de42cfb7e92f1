// SPDX-License-Identifier: MIT
// features/explain/map/state.hpp: where the network looked, as far as State and actions know it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/ask.hpp"
#include "core/names.hpp"
#include "features/explain/map/job.hpp"

namespace atelier::app {

enum class ExplanationMethod {
  kActivation,  // what each cell of the last feature map adds to the logit: exact
  kOcclusion,   // how much the logit falls when a patch of the picture is hidden
};
ATELIER_NAMES(ExplanationMethod, "activation", "occlusion");

struct ExplanationSettings {
  std::optional<ExplanationMethod> method;  // none: closed, and nothing is computed
  std::optional<std::uint8_t> label;        // the class that it is about; none: the one answered
  int patch = 5;                            // of occlusion: side in pixels, 3, 5 or 7
  int stride = 2;                           // from one patch to the next, 1 to 3 pixels
  float strength = 0.8F;                    // opacity on the picture of the largest value, 0..1

  friend bool operator==(const ExplanationSettings&, const ExplanationSettings&) = default;
};

struct Explanation {
  ExplanationSettings settings;

  // All that a map depends on. A map is of all classes, so the class is not among it.
  struct Key {
    int patch{}, stride{};  // 0 where they do not matter
    std::uint64_t input_version{};
    std::string model_id;
    friend bool operator==(const Key&, const Key&) = default;
  };
  Ask<ReadActivationMap, Key> activation;
  Ask<FindOcclusionMap, Key> occlusion;
};

}  // namespace atelier::app
