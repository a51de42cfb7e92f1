// SPDX-License-Identifier: MIT
// app/action.hpp: what a person, or a script through window.atelier, can do. Panels append actions
// while they draw; update() is the only one to carry them out.
//
// An action is a struct in its feature's actions.hpp, and on(State&, TheAction&&, Ports&) in the
// feature's logic. With a kType and a description (app/describe.hpp) scripts can send it, once it
// is listed among the feature's actions; without, it is for panels alone. Two more functions, where
// there is need of them, stand beside it for scripts:
//
//   std::string flaw(const TheAction&)                     what is wrong with its fields together
//   std::string obstacle(const State&, const TheAction&)   why it cannot be carried out now
//
// Both return a sentence for the script's author, or an empty one.
#pragma once

#include <vector>

#include "app/message.hpp"

namespace atelier::app {

using Action = Message<struct OfAPerson>;
using Actions = std::vector<Action>;

template <typename... Listed>
struct ActionList {};

}  // namespace atelier::app
