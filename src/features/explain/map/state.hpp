// SPDX-License-Identifier: MIT
// features/explain/map/state.hpp: where the network looked, as far as State and actions know it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/asked.hpp"
#include "core/names.hpp"
#include "core/result.hpp"

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
  struct Question {
    ExplanationMethod method{};
    int patch{}, stride{};  // 0 where they do not matter
    std::uint64_t input_version{};
    std::string model_id;
    friend bool operator==(const Question&, const Question&) = default;
  };
  struct Map {
    Question question;
    int rows{}, columns{};
    std::vector<float> values;  // [10, rows, columns], of the logit; positive speaks for the class
    std::array<float, 10> bias{};  // of the activation map: mean of the values + bias = logit
  };
  struct Refusal {
    Question question;
    core::Error error;
  };
  std::optional<Asked<Question>> in_flight;  // the newest question; older ones are dropped
  std::optional<Map> map;
  std::optional<Refusal> refusal;
};

}  // namespace atelier::app
