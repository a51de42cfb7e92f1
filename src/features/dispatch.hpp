// SPDX-License-Identifier: MIT
// features/dispatch.hpp: the one door for scripts, links and the text view: an action as JSON,
// {"type": "view", "view": "draw"}.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/ports.hpp"
#include "app/state.hpp"

namespace atelier::app {

// Why an action was not carried out, in a sentence for the script's author.
struct Refusal {
  enum class Reason {
    kMalformed,  // it is no action, or a field is wrong
    kNotNow,     // it is a proper one, but State has nothing that it could be done to
  };
  Reason reason{};
  std::string sentence;
};

// Carries it out. `attachment`: bytes of the action that travel beside the JSON, where there is
// true in their place; they may also stand in the JSON as a list.
std::optional<Refusal> dispatch(State& state, Ports& ports, std::string_view json,
                                std::span<const std::byte> attachment = {});

// Only says whether it is one, and a proper one.
[[nodiscard]] std::optional<Refusal> check_action(std::string_view json,
                                                  std::span<const std::byte> attachment = {});

}  // namespace atelier::app
