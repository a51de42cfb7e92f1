// SPDX-License-Identifier: MIT
// features/explain/stress/state.hpp: what the answer bears when the picture is distorted, as far as
// State and actions know it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/asked.hpp"
#include "core/distortion.hpp"
#include "core/image.hpp"
#include "core/names.hpp"

namespace atelier::app {

// One number of core::Distortion, each with a slider.
enum class StressKind { kShiftX, kShiftY, kTurn, kScale, kBlur, kContrast, kNoise };
ATELIER_NAMES(StressKind, "shift-x", "shift-y", "turn", "scale", "blur", "contrast", "noise");
inline constexpr std::array kStressKinds = {
    StressKind::kShiftX, StressKind::kShiftY,   StressKind::kTurn, StressKind::kScale,
    StressKind::kBlur,   StressKind::kContrast, StressKind::kNoise};

struct StressRange {
  float least{}, most{}, step{};
};
[[nodiscard]] StressRange stress_range(StressKind kind);

struct Stress {
  core::Distortion distortion;
  StressKind along = StressKind::kTurn;  // the slider moved last: the curve is along it

  // What an answer, or a curve, is of. Of a curve the distortion is without that slider's.
  struct Question {
    core::Distortion distortion;
    std::optional<StressKind> along;  // none: of the one picture
    std::uint64_t input_version{};
    std::string model_id;
    friend bool operator==(const Question&, const Question&) = default;
  };
  struct Known {
    Question question;
    std::vector<float> logits;  // ten a picture; none if there is no network
  };
  std::optional<Asked<Question>> in_flight;  // never more than one, the newest picture goes next
  std::optional<Known> picture, curve;
};

}  // namespace atelier::app
