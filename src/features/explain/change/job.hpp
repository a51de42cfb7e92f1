// SPDX-License-Identifier: MIT
// features/explain/change/job.hpp: looks for what would change the answer to a picture, at every
// strength: as much work as a hundred answers.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "app/job.hpp"
#include "core/class_names.hpp"
#include "nn/adversarial_search.hpp"

namespace atelier::app {

// Gray levels, of 255: all whole strengths from 0 up to it are tried.
inline constexpr int kMostStrength = nn::AdversarialSearch::kMostStrength;

struct FindChanges {
  static constexpr std::string_view kName = "find-changes";

  struct Question {
    nn::AttackSteps steps{};
    std::optional<std::uint8_t> target;  // the class to make it; none: whatever it is not
    Picture picture{};
  };
  struct Answer {
    std::vector<std::uint8_t> images;  // [kMostStrength + 1, 784]
    std::vector<float> logits;         // [kMostStrength + 1, 10]
    std::uint8_t label{};              // answered without any change
    std::optional<int> least;          // strength that is enough
    std::uint8_t rival{};              // what it becomes, or is nearest to becoming
  };
  static core::Result<Answer> run(Workbench& bench, const Question& question, Progress& progress);

  static bool is_sound(const Answer& answer) {
    constexpr std::size_t kStrengths = kMostStrength + 1;
    return answer.images.size() == kStrengths * core::kSamplePixels &&
           answer.logits.size() == kStrengths * core::kClassCount;
  }

  // What the logits of all strengths say about it.
  static void judge(Answer& answer, std::optional<std::uint8_t> target);
};

template <class Fields>
void describe(Fields& f, FindChanges::Question& q) {
  f("steps", q.steps);
  f("target", q.target);
  f("picture", q.picture);
}

template <class Fields>
void describe(Fields& f, FindChanges::Answer& a) {
  f("images", a.images);
  f("logits", a.logits);
  f("label", a.label);
  f("least", a.least);
  f("rival", a.rival);
}

}  // namespace atelier::app
