// SPDX-License-Identifier: MIT
// core/prediction.hpp: from a network's ten logits to an answer, or to an honest "I do not know".
#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <span>

#include "core/class_names.hpp"
#include "core/names.hpp"
#include "core/result.hpp"

namespace atelier::core {

// One number a class, in the order of the labels.
using ClassScores = std::array<float, kClassCount>;

// exp(logit / temperature), normalised to the sum 1. Safe for finite logits of any size; the
// temperature must be positive.
[[nodiscard]] ClassScores softmax(const ClassScores& logits, float temperature);

// -temperature * log(sum(exp(logit / temperature))), without overflow. The lower, the more like
// what the network was trained on (Liu et al. 2020, arXiv 2010.03759).
[[nodiscard]] float energy(const ClassScores& logits, float temperature);

// All labels from the highest score to the lowest, equal ones by label: the first k are the top k.
[[nodiscard]] std::array<int, kClassCount> ranking(const ClassScores& scores);

enum class Verdict {
  kAnswer,      // the label is the answer
  kUnsure,      // the label is the best guess of several
  kUnfamiliar,  // like nothing that the network was trained on
  kBlank,       // there is hardly anything to be seen
};
ATELIER_NAMES(Verdict, "answer", "unsure", "unfamiliar", "blank");

// Of one model, measured on its validation images and kept beside it in models.json. The defaults:
// unsure below 60 % or with a runner-up within 15 points, never unfamiliar.
struct VerdictThresholds {
  float unsure_probability = 0.6F;
  float unsure_margin = 0.15F;
  // Compared with the energy at the model's own temperature.
  float unfamiliar_energy = std::numeric_limits<float>::infinity();
};

struct Prediction {
  ClassScores logits{};
  ClassScores probabilities{};  // softmax at the temperature that was asked for
  int label = 0;                // the most probable class; of equal ones the first
  Verdict verdict = Verdict::kAnswer;
};

// The first of these that holds: blank, if the caller says so; unfamiliar, if the energy is greater
// than its threshold (both at the model's temperature, as models/calibration.py measured it);
// unsure, if the best probability or its lead over the second is less than its threshold; answer.
// kEngineFailed if there are not ten logits or one is not finite.
[[nodiscard]] Result<Prediction> judge(std::span<const float> logits, float temperature,
                                       const VerdictThresholds& thresholds, bool blank);

// The same prediction with probabilities at another temperature, `shown`, and the verdict that
// follows from them. Energy stays what it is at the model's own, which its threshold was measured
// at. What was blank stays so.
[[nodiscard]] Prediction at_temperature(const Prediction& prediction, float shown,
                                        float temperature, const VerdictThresholds& thresholds);

}  // namespace atelier::core
