// SPDX-License-Identifier: MIT
// features/explain/change/state.hpp: how little would change the network's mind, as far as State
// and actions know it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/asked.hpp"
#include "core/names.hpp"

namespace atelier::app {

// Gray levels, of 255: all whole strengths from 0 up to it are tried.
inline constexpr int kMostStrength = 32;

enum class ChangeMethod {
  kOneStep,    // all at once, along the gradient's signs: FGSM
  kManySteps,  // a gray level at a time, the gradient taken anew: iterated FGSM
};
ATELIER_NAMES(ChangeMethod, "fgsm", "iterated-fgsm");

struct ChangeSettings {
  ChangeMethod method = ChangeMethod::kOneStep;
  std::optional<std::uint8_t> target;  // the class to make it; none: whatever it is not
  std::optional<int> strength;         // that is shown; none: the least that is enough

  friend bool operator==(const ChangeSettings&, const ChangeSettings&) = default;
};

struct Change {
  ChangeSettings settings;

  // All that the changes depend on: those of every strength come together.
  struct Question {
    ChangeMethod method{};
    std::optional<std::uint8_t> target;
    std::uint64_t input_version{};
    std::string model_id;
    friend bool operator==(const Question&, const Question&) = default;
  };
  struct Known {
    Question question;
    std::vector<std::uint8_t> images;  // [kMostStrength + 1, 784]; empty if there is no answer
    std::vector<float> logits;         // [kMostStrength + 1, 10]
    std::uint8_t label{};              // answered without any change, by our own engine
    std::optional<int> least;          // strength that is enough
    std::uint8_t rival{};              // what it becomes, or is nearest to becoming
  };
  std::optional<Asked<Question>> in_flight;
  std::optional<Known> known;
};

}  // namespace atelier::app
