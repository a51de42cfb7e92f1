// SPDX-License-Identifier: MIT
#include "app/number_words.hpp"

#include <array>
#include <cstdio>

namespace atelier::app {
namespace {

template <typename... Values>
std::string formatted(const char* format, Values... values) {
  std::array<char, 64> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), format, values...);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

}  // namespace

std::string percent(float probability) {
  if (probability < 0.0005F) return "< 0.1 %";
  if (probability >= 0.9995F) return "> 99.9 %";
  return formatted("%.1f %%", static_cast<double>(probability) * 100.0);
}

std::string whole_percent(float probability) {
  if (probability < 0.01F) return "< 1 %";
  if (probability >= 0.995F) return "> 99 %";
  return formatted("%.0f %%", static_cast<double>(probability) * 100.0);
}

std::string exact_percent(double share) { return decimals(100 * share, 2) + " %"; }

std::string decimals(double number, int digits) { return formatted("%.*f", digits, number); }

std::string sides(int rows, int columns) {
  return std::to_string(rows) + " \xC3\x97 " + std::to_string(columns);
}

std::string byte_size(std::uint64_t bytes) {
  const auto count = static_cast<double>(bytes);
  if (bytes < 1'000) return formatted("%.0f bytes", count);
  if (bytes < 999'500) return formatted("%.0f kB", count / 1e3);
  return formatted("%.1f MB", count / 1e6);
}

std::string short_count(std::uint64_t count) {
  const auto value = static_cast<double>(count);
  if (count < 1'000) return formatted("%.0f", value);
  if (count < 999'950) return formatted("%.1fK", value / 1e3);
  return formatted("%.1fM", value / 1e6);
}

std::string grouped(std::uint64_t count) {
  std::string text = std::to_string(count);
  for (auto at = static_cast<int>(text.size()) - 3; at > 0; at -= 3) {
    text.insert(static_cast<std::size_t>(at), ",");
  }
  return text;
}

std::string milliseconds(double ms) { return formatted(ms < 9.95 ? "%.1f ms" : "%.0f ms", ms); }

}  // namespace atelier::app
