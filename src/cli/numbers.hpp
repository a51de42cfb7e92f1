// SPDX-License-Identifier: MIT
// cli/numbers.hpp: numbers as people read them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace atelier::cli {

// 10000 -> "10,000".
[[nodiscard]] std::string grouped(std::uint64_t number);

// 73.1465 with 2 digits -> "73.15".
[[nodiscard]] std::string fixed(double number, int digits);

// Padded with spaces on the left, to stand in a column.
[[nodiscard]] std::string right(std::string text, std::size_t width);

}  // namespace atelier::cli
