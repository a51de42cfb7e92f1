// SPDX-License-Identifier: MIT
// features/data/class_names.hpp: what the ten classes are called. Labels belong to the data set,
// answers to the network, and a visitor may rename the classes of whichever set is shown.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/class_names.hpp"

namespace atelier::app {

struct State;
struct TestSet;

using ClassNames = std::array<std::string, core::kClassCount>;  // by label

// The words of Fashion-MNIST: in English as its authors spell them.
[[nodiscard]] ClassNames garment_names();

// What a set's classes are called until somebody renames them: digits, if it is MNIST.
[[nodiscard]] ClassNames default_class_names(const TestSet& set);

// Of labels: the names of the set that is shown.
[[nodiscard]] const ClassNames& label_names(const State& state);

// Of this model's answers. The page's networks were trained on garments and keep the words of the
// page's own set, whatever is shown; the visitor's model speaks of the set that is shown.
[[nodiscard]] const ClassNames& answer_names(const State& state, std::string_view model_id);

// Of the model that answers now.
[[nodiscard]] const ClassNames& answer_names(const State& state);

// "T-shirt", "Boot": of a garment's name what is said of it where there is little room. Others as
// they are.
[[nodiscard]] std::string short_name(std::string_view name);

// A name as it is kept: on one line, without space at its ends, at most kMaxNameBytes long and cut
// between two characters.
[[nodiscard]] std::string tidy_name(std::string_view text);

// An empty name brings the default back. Nothing for a label beyond 9.
void rename_class(State& state, std::uint8_t label, std::string_view name);

}  // namespace atelier::app
