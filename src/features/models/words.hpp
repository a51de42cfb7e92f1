// SPDX-License-Identifier: MIT
// features/models/words.hpp: a visitor's model in plain words.
#pragma once

#include <string>
#include <string_view>

#include "app/state.hpp"

namespace atelier::app {

inline constexpr std::uint64_t kLargestModelBytes = 200'000'000;  // web/own_model says so, too

// Who reads, on the chip that opens the list: "small · 64.7K weights"; where the page chooses
// "Read by Sketch", or "Automatic" as long as there is nothing to read.
[[nodiscard]] std::string reader_words(const State& state);
// Of one that the page has chosen: "Read by Sketch, 65,000 weights, ...".
[[nodiscard]] std::string automatic_words(const ModelInfo& model);
// "64.7K weights · 5.0M multiply-adds".
[[nodiscard]] std::string size_words(const ModelInfo& model);

// "64,722 weights, 4,967,904 multiply-adds an image, 261 kB, 93.54 % of the test set right".
[[nodiscard]] std::string model_words(const ModelInfo& model);

// "net.onnx: This is no ONNX file."
[[nodiscard]] std::string own_model_refusal(const OwnModel& own);

// "Opening net.onnx: reading the file, 12.0 MB of 80.0 MB".
[[nodiscard]] std::string opening_words(const OwnModel::Opening& opening);

// "0 to 1", "0 to 1, inverted".
[[nodiscard]] std::string reading_words(Reading reading);

// On a chip: "0 to 1", "Standardised".
[[nodiscard]] std::string range_label(PixelRange range);

// "It reads pixels as 0 to 1, and so names 183 of 200 test images right."
[[nodiscard]] std::string score_words(const OwnModel& own);

// The same, as news: "net.onnx answers now. ..."
[[nodiscard]] std::string news_words(const State& state);

// What About says of it, or of how to bring one.
[[nodiscard]] std::string own_model_words(const State& state);

}  // namespace atelier::app
