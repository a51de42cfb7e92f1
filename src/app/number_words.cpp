// SPDX-License-Identifier: MIT
#include "app/number_words.hpp"

#include <array>
#include <cstdio>

#include "app/say.hpp"

namespace atelier::app {
namespace {

std::string with_unit(Key unit, double number, int digits) {
  return say(unit, {{"number", decimals(number, digits)}});
}

}  // namespace

std::string percent(float probability) {
  if (probability < 0.0005F) return with_unit("number.below-percent", 0.1, 1);
  if (probability >= 0.9995F) return with_unit("number.above-percent", 99.9, 1);
  return with_unit("number.percent", static_cast<double>(probability) * 100.0, 1);
}

std::string whole_percent(float probability) {
  if (probability < 0.01F) return with_unit("number.below-percent", 1, 0);
  if (probability >= 0.995F) return with_unit("number.above-percent", 99, 0);
  return with_unit("number.percent", static_cast<double>(probability) * 100.0, 0);
}

std::string exact_percent(double share) { return with_unit("number.percent", 100 * share, 2); }

std::string plain_decimals(double number, int digits) {
  std::array<char, 64> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.*f", digits, number);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string decimals(double number, int digits) {
  std::string text = plain_decimals(number, digits);
  const std::size_t sign = text.find('.');
  if (sign != std::string::npos) text.replace(sign, 1, language().decimal_sign);
  return text;
}

std::string sides(int rows, int columns) {
  return say("number.sides", {{"rows", rows}, {"columns", columns}});
}

std::string byte_size(std::uint64_t bytes) {
  const auto count = static_cast<double>(bytes);
  if (bytes < 1'000) return with_unit("number.bytes", count, 0);
  if (bytes < 999'500) return with_unit("number.kilobytes", count / 1e3, 0);
  return with_unit("number.megabytes", count / 1e6, 1);
}

std::string short_count(std::uint64_t count) {
  const auto value = static_cast<double>(count);
  if (count < 1'000) return decimals(value, 0);
  if (count < 999'950) return with_unit("number.thousands", value / 1e3, 1);
  return with_unit("number.millions", value / 1e6, 1);
}

std::string grouped(std::uint64_t count) {
  std::string text;
  write_count(text, count, language());
  return text;
}

std::string milliseconds(double ms) {
  return with_unit("number.milliseconds", ms, ms < 9.95 ? 1 : 0);
}

}  // namespace atelier::app
