// SPDX-License-Identifier: MIT
#include "features/explain/change/job.hpp"

#include <algorithm>
#include <cstddef>
#include <span>

#include "core/class_names.hpp"
#include "core/prediction.hpp"

namespace atelier::app {
namespace {

core::ClassScores logits_at(const FindChanges::Answer& answer, int strength) {
  const std::span all(answer.logits);
  const auto those = all.subspan(core::kClassCount * static_cast<std::size_t>(strength));
  core::ClassScores logits{};
  std::copy_n(those.begin(), core::kClassCount, logits.begin());
  return logits;
}

std::uint8_t best(const core::ClassScores& logits) {
  return static_cast<std::uint8_t>(core::ranking(logits)[0]);
}

}  // namespace

core::Result<FindChanges::Answer> FindChanges::run(Workbench& bench, const Question& question,
                                                   Progress& progress) {
  const auto network = bench.network();
  if (!network) return network.error();
  if (question.target && *question.target >= core::kClassCount) {
    return core::Error{core::ErrorCode::kEngineFailed, "there is no such class"};
  }
  nn::AdversarialSearch search(question.picture, question.steps, question.target);
  while (!search.done()) {
    if (progress.cancelled()) return cancelled_error();
    search.step(*network.value());
  }
  Answer answer{search.images(), search.logits(), {}, {}, {}};
  judge(answer, question.target);
  return answer;
}

void FindChanges::judge(Answer& answer, std::optional<std::uint8_t> target) {
  answer.label = best(logits_at(answer, 0));
  answer.least.reset();
  for (int strength = 1; strength <= kMostStrength && !answer.least; ++strength) {
    const std::uint8_t label = best(logits_at(answer, strength));
    if (target ? label == *target : label != answer.label) answer.least = strength;
  }
  const auto order = core::ranking(logits_at(answer, answer.least.value_or(kMostStrength)));
  const int nearest = order[order[0] == answer.label ? 1 : 0];
  answer.rival = target.value_or(static_cast<std::uint8_t>(nearest));
}

}  // namespace atelier::app
