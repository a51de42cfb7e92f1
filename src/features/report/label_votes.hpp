// SPDX-License-Identifier: MIT
// features/report/label_votes.hpp: what a visitor thinks of the test set's labels, kept in the
// browser.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "app/ports.hpp"
#include "app/state.hpp"
#include "features/report/actions.hpp"

namespace atelier::app {

inline constexpr std::string_view kVotesKey = "label-votes";  // of the browser's memory

// Those of an earlier visit join what has been said since.
void take_votes(State& state, std::string_view text);

void vote_on_label(State& state, const VoteOnLabel& action, Ports& ports);

// "12+ 345-": the images with the label that is agreed with (+) or not (-). Reading it skips
// whatever it does not understand: anybody can write into the browser's storage.
[[nodiscard]] std::string votes_text(const std::map<std::uint32_t, Vote>& votes);
[[nodiscard]] std::map<std::uint32_t, Vote> read_votes(std::string_view text);

// A table with a line for each vote: index, label, class, vote, and the answer and confidence of
// the evaluation shown, where there is one.
[[nodiscard]] std::string votes_csv(const State& state);

}  // namespace atelier::app
