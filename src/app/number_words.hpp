// SPDX-License-Identifier: MIT
// app/number_words.hpp: numbers and amounts as people read them, in the language that is spoken.
#pragma once

#include <cstdint>
#include <string>

namespace atelier::app {

// 0.9224 -> "92.2 %"; what would round to 0 is "< 0.1 %", what would round to 100 is "> 99.9 %".
[[nodiscard]] std::string percent(float probability);

// The same in whole percents, for where there is little room: "92 %", "< 1 %", "> 99 %".
[[nodiscard]] std::string whole_percent(float probability);

// 0.93544 -> "93.54 %".
[[nodiscard]] std::string exact_percent(double share);

// 0.17904, 4 -> "0.1790".
[[nodiscard]] std::string decimals(double number, int digits);

// The same with a point in every language: for files that programs read.
[[nodiscard]] std::string plain_decimals(double number, int digits);

// "14 × 14".
[[nodiscard]] std::string sides(int rows, int columns);

// 4422106 -> "4.4 MB", 5148 -> "5 kB". Decimal units, as browsers show them.
[[nodiscard]] std::string byte_size(std::uint64_t bytes);

// 64714 -> "64.7K".
[[nodiscard]] std::string short_count(std::uint64_t count);

// 10000 -> "10,000".
[[nodiscard]] std::string grouped(std::uint64_t count);

// 0.913 -> "0.9 ms".
[[nodiscard]] std::string milliseconds(double ms);

}  // namespace atelier::app
