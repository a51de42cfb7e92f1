// SPDX-License-Identifier: MIT
// features/report/words.hpp: the report's results in plain words, for panels and text view alike.
#pragma once

#include <string>

#include "features/report/actions.hpp"

#include "app/state.hpp"

namespace atelier::app {

// "Calibration".
[[nodiscard]] std::string section_title(ReportSection section);

// Which evaluation it is: "small, own engine".
[[nodiscard]] std::string evaluation_title(const Evaluation& evaluation);

// "Shirt, taken for Coat: 72 images".
[[nodiscard]] std::string cell_words(const State& state, const Evaluation& evaluation,
                                     const Cell& cell);

// What a bin of the reliability diagram holds: "87 to 93 %: 412 images, 88.1 % right, 90.2 % sure".
[[nodiscard]] std::string bin_words(const core::Metrics& metrics, std::size_t bin);

// Of the answers with verdict `answer` alone, and of those and the unsure ones: "9,214 images
// (92.1 %), 4.2 % of them wrong".
[[nodiscard]] std::string tally_words(const Evaluation::Tally& tally, std::size_t count);
[[nodiscard]] Evaluation::Tally operator+(const Evaluation::Tally& a, const Evaluation::Tally& b);

// Is the difference more than chance? A sentence with test and p.
[[nodiscard]] std::string comparison_words(const Comparison& comparison);

// Where the votes are: "2 votes, kept in this browser".
[[nodiscard]] std::string votes_words(const LabelVotes& votes);

}  // namespace atelier::app
