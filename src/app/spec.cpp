// SPDX-License-Identifier: MIT
#include "app/spec.hpp"

#include <cmath>

namespace atelier::app {
namespace {

std::string from_to(const Spec& spec) {
  return " from " + plain(spec.least) + " to " + plain(spec.most);
}

bool is_limited(const Spec& spec) {
  return spec.most < static_cast<double>(std::numeric_limits<float>::max());
}

std::string list_in_words(const Spec& spec) {
  const Spec& element = spec.element.front();
  const std::string each = element.kind == Spec::Kind::kTuple
                               ? "[" + std::string(element.parts) + "], each" + from_to(element)
                               : "which each is " + in_words(element);
  return "a list of " + each;
}

}  // namespace

std::string plain(double number) {
  if (number < 0) return "-" + plain(-number);
  const double whole = std::floor(number);
  std::string text = std::to_string(static_cast<std::uint64_t>(whole));
  // Limits have a few places, not more.
  constexpr int kPlaces = 6;
  std::string places;
  auto rest = static_cast<std::uint32_t>(std::lround((number - whole) * 1e6));
  for (int k = 0; k < kPlaces; ++k, rest /= 10) {
    if (rest % 10 != 0 || !places.empty()) {
      places.insert(places.begin(), static_cast<char>('0' + rest % 10));
    }
  }
  return places.empty() ? text : text + "." + places;
}

std::string quoted(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += ", ";
    text.append("'").append(word).append("'");
  }
  return text;
}

std::string in_words(const Spec& spec) {
  switch (spec.kind) {
    case Spec::Kind::kBool:
      return "true or false";
    case Spec::Kind::kWhole:
      return "a whole number" + from_to(spec);
    case Spec::Kind::kOdd:
      return "an odd number" + from_to(spec);
    case Spec::Kind::kNumber:
      return is_limited(spec) ? "a number" + from_to(spec) : "a number";
    case Spec::Kind::kText:
      if (spec.most_count == spec::kUnbounded) return "a text";
      return "a text of at most " + std::to_string(spec.most_count) + " bytes";
    case Spec::Kind::kWord:
      return "one of " + quoted(spec.words);
    case Spec::Kind::kTuple:
      return "[" + std::string(spec.parts) + "] with numbers" + from_to(spec);
    case Spec::Kind::kList:
      return list_in_words(spec);
    case Spec::Kind::kBytes:
      return "a list of " + std::to_string(spec.least_count) + " whole numbers from 0 to 255";
    case Spec::Kind::kStruct:
      return "an object";
  }
  return "";
}

}  // namespace atelier::app
