// SPDX-License-Identifier: MIT
// app/report.hpp: a model's answers to a whole dataset, held against its labels.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "core/dataset.hpp"

namespace atelier::app {

// `logits` [N, 10] are the answers to images 0 .. N-1 of `dataset`; probabilities are
// softmax(logits / temperature). A JSON object with count, correct, accuracy, confusion
// [label][answer], log_loss and ece, named as in the script interface. Nothing if a logit is not
// finite or one of the images has no label.
[[nodiscard]] std::optional<std::string> report_json(const core::DatasetView& dataset,
                                                     std::span<const float> logits,
                                                     float temperature);

}  // namespace atelier::app
