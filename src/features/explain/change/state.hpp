// SPDX-License-Identifier: MIT
// features/explain/change/state.hpp: how little would change the network's mind, as far as State
// and actions know it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/ask.hpp"
#include "core/names.hpp"
#include "features/explain/change/job.hpp"

namespace atelier::app {

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
  struct Key {
    ChangeMethod method{};
    std::optional<std::uint8_t> target;
    std::uint64_t input_version{};
    std::string model_id;
    friend bool operator==(const Key&, const Key&) = default;
  };
  Ask<FindChanges, Key> changes;
};

}  // namespace atelier::app
