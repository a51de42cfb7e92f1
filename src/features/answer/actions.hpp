// SPDX-License-Identifier: MIT
// features/answer/actions.hpp: what a person can do about the answer.
#pragma once

#include <optional>
#include <string_view>

#include "app/action.hpp"
#include "app/describe.hpp"

namespace atelier::app {

// The temperature that logits are divided by, kLeastTemperature to kGreatestTemperature; none: as
// it was measured for the model.
inline constexpr float kLeastTemperature = 0.25F, kGreatestTemperature = 8.0F;
struct SetTemperature {
  static constexpr std::string_view kType = "temperature";
  static constexpr std::string_view kWords =
      "that the logits are divided by; `null`: as it was measured for the model";
  std::optional<float> temperature;
};
template <typename Fields>
void describe(Fields& f, SetTemperature& a) {
  f("value", a.temperature, Range{kLeastTemperature, kGreatestTemperature});
}
void on(State& state, SetTemperature&& action, Ports& ports);

using AnswerActions = ActionList<SetTemperature>;

}  // namespace atelier::app
