// SPDX-License-Identifier: MIT
// features/explain/stress/state.hpp: what the answer bears when the picture is distorted, as far as
// State and actions know it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "app/ask.hpp"
#include "core/distortion.hpp"
#include "core/image.hpp"
#include "core/names.hpp"
#include "features/answer/job.hpp"

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
  struct Key {
    core::Distortion distortion;
    std::optional<StressKind> along;  // none: of the one picture
    std::uint64_t input_version{};
    std::string model_id;
    friend bool operator==(const Key&, const Key&) = default;
  };
  Ask<ClassifyImages, Key> picture;
  Ask<ClassifyImages, Key> curve;  // asked once the picture is known, for which a visitor waits
};

}  // namespace atelier::app
