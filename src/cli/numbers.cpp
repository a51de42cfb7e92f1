// SPDX-License-Identifier: MIT
#include "cli/numbers.hpp"

#include <array>
#include <cstdio>

namespace atelier::cli {

std::string grouped(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t end = text.size(); end > 3; end -= 3) text.insert(end - 3, 1, ',');
  return text;
}

std::string fixed(double number, int digits) {
  std::array<char, 400> buffer{};  // the greatest double has 309 digits before its point
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.*f", digits, number);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string right(std::string text, std::size_t width) {
  if (text.size() < width) text.insert(0, width - text.size(), ' ');
  return text;
}

}  // namespace atelier::cli
